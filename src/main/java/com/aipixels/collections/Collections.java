package com.aipixels.collections;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.idempotency.IdempotentAnswers;
import com.aipixels.idempotency.KeyedRequest;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pictures that members keep together, their own and others' public ones. Everything here shows a
/// collection as its viewer may see it: a picture that was hidden is not in it for them, and is
/// again when it is shown again.
@Component
public class Collections {

  private static final int MOST_COLLECTIONS = 200;

  private final CollectionTable table;
  private final CollectionQueries queries;
  private final ItemQueries items;
  private final PlaceTable places;
  private final LockTable holds;
  private final Arrangement arrangement;
  private final Covers covers;
  private final Links links;
  private final Gallery gallery;
  private final IdempotentAnswers answers;

  Collections(
      CollectionTable table,
      CollectionQueries queries,
      ItemQueries items,
      PlaceTable places,
      LockTable holds,
      Arrangement arrangement,
      Covers covers,
      Links links,
      Gallery gallery,
      IdempotentAnswers answers) {
    this.table = table;
    this.queries = queries;
    this.items = items;
    this.places = places;
    this.holds = holds;
    this.arrangement = arrangement;
    this.covers = covers;
    this.links = links;
    this.gallery = gallery;
    this.answers = answers;
  }

  /// One's own, newest first.
  public Slice<Collection> of(Viewer viewer, PageRequest page) {
    return queries.of(viewer.memberId(), page).map(found -> covers.on(found, viewer));
  }

  /// A member's public ones, newest first.
  public Slice<Collection> shownBy(UserId owner, Viewer viewer, PageRequest page) {
    return queries.shownBy(owner, viewer, page).map(found -> covers.on(found, viewer));
  }

  /// @param link the secret that the viewer came with, if any
  /// @throws Problem `not_found`
  public Collection collection(Viewer viewer, CollectionId id, @Nullable String link) {
    return covers.on(List.of(seen(viewer, id, link)), viewer).getFirst();
  }

  /// The pictures in it, in its order.
  ///
  /// @throws Problem `not_found`
  public Slice<ImageCard> pictures(
      Viewer viewer, CollectionId id, @Nullable String link, PageRequest page) {
    seen(viewer, id, link);
    return items.of(viewer, id, page).map(ids -> gallery.inOrder(viewer, ids));
  }

  /// One's own collections, for a picture that may be put into them.
  ///
  /// @throws Problem `not_found`
  public List<Choice> choices(Viewer viewer, ImageId image) {
    UserId member = viewer.memberId();
    if (!gallery.canSee(viewer, image)) {
      throw Problem.notFound();
    }
    return queries.choices(member, image);
  }

  /// Begins a collection, once per key; whose it is, is not looked up.
  ///
  /// @throws Problem `no_room_left`, or `idempotency_key_reused`
  @Transactional
  public Collection begin(
      Viewer viewer, NewCollection collection, @Nullable String idempotencyKey) {
    UserId member = viewer.memberId();
    return answers
        .once(
            new KeyedRequest(member, idempotencyKey, "collection", collection),
            Begun.class,
            () -> insert(member, collection))
        .by(member);
  }

  /// Changes one's own.
  ///
  /// @throws Problem `not_found`, `forbidden`, or naming the field that breaks a rule
  @Transactional
  public void change(Viewer viewer, CollectionId id, CollectionChange change) {
    Collection before = owned(viewer, id);
    NewCollection words = change.of(before);
    lock(viewer, id);
    table.update(id, words);
    Integer cover = change.coverImageId();
    if (cover != null) {
      if (cover != 0 && places.seen(viewer, id, cover).isEmpty()) {
        throw Problem.invalid("coverImageId", "must be a picture of this collection");
      }
      places.setCover(id, cover);
    }
  }

  /// Removes one's own; its pictures stay where they hang.
  ///
  /// @throws Problem `not_found`, or `forbidden`
  @Transactional
  public void delete(Viewer viewer, CollectionId id) {
    owned(viewer, id);
    holds.holdAllOf(id);
    table.delete(id);
  }

  /// Puts a picture that one may see into one's collection, or to another place in it.
  ///
  /// @throws Problem `not_found`, `forbidden`, `no_room_left`, or naming a neighbour not there
  public Collected put(Viewer viewer, CollectionId id, ImageId image, Spot spot) {
    owned(viewer, id);
    arrangement.put(viewer, id, image, spot);
    return new Collected(true, seen(viewer, id, null).imageCount());
  }

  /// Takes a picture out of one's collection, if it is there.
  ///
  /// @throws Problem `not_found`, or `forbidden`
  @Transactional
  public Collected remove(Viewer viewer, CollectionId id, ImageId image) {
    owned(viewer, id);
    lock(viewer, id);
    places.remove(id, image);
    return new Collected(false, seen(viewer, id, null).imageCount());
  }

  /// A new secret that shows one's collection to whoever has it; the one before shows nothing any
  /// more.
  ///
  /// @throws Problem `not_found`, or `forbidden`
  @Transactional
  public String share(Viewer viewer, CollectionId id) {
    owned(viewer, id);
    String link = links.next();
    table.setLink(id, link);
    return link;
  }

  /// Takes the secret back.
  ///
  /// @throws Problem `not_found`, or `forbidden`
  @Transactional
  public void withdraw(Viewer viewer, CollectionId id) {
    owned(viewer, id);
    table.setLink(id, null);
  }

  private Begun insert(UserId member, NewCollection collection) {
    if (table.countToBegin(member) >= MOST_COLLECTIONS) {
      throw new Problem(
          ProblemCode.NO_ROOM_LEFT, "A member has at most " + MOST_COLLECTIONS + " collections.");
    }
    return table.insert(member, collection);
  }

  private Collection seen(Viewer viewer, CollectionId id, @Nullable String link) {
    return queries.find(viewer, id, link).orElseThrow(Problem::notFound);
  }

  private Collection owned(Viewer viewer, CollectionId id) {
    viewer.memberId();
    Collection collection = seen(viewer, id, null);
    if (!collection.isOwner()) {
      throw Problem.forbidden();
    }
    return collection;
  }

  private void lock(Viewer viewer, CollectionId id) {
    if (!table.lock(viewer.memberId(), id)) {
      throw Problem.notFound();
    }
  }
}
