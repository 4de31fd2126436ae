package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.aipixels.storage.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// All pictures. What a viewer may not see is answered as if it had never been.
@Component
public class Gallery {

  private final ImageTable images;
  private final DeletionTable deletions;
  private final CardQueries cards;
  private final FeedQueries feeds;
  private final MemberQueries members;
  private final SearchQueries searches;
  private final Authors authors;
  private final ApplicationEventPublisher events;

  Gallery(
      ImageTable images,
      DeletionTable deletions,
      CardQueries cards,
      FeedQueries feeds,
      MemberQueries members,
      SearchQueries searches,
      Authors authors,
      ApplicationEventPublisher events) {
    this.images = images;
    this.deletions = deletions;
    this.cards = cards;
    this.feeds = feeds;
    this.members = members;
    this.searches = searches;
    this.authors = authors;
    this.events = events;
  }

  /// Hangs a finished picture; to be called in the transaction that ends its generation.
  @Transactional(propagation = Propagation.MANDATORY)
  public ImageId add(NewImage image) {
    ImageId id = images.insert(image);
    if (image.visibility() == Visibility.PUBLIC) {
      events.publishEvent(new ImagePublished(id, image.owner()));
    }
    return id;
  }

  /// Holds a picture that another will be made from, to be called before anything that hangs on it
  /// is locked: whoever deletes it takes it first, too.
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(ImageId source) {
    images.hold(source);
  }

  /// Public pictures.
  ///
  /// @throws Problem `unauthenticated` for a guest who asks for those of whom they follow
  public Slice<ImageCard> feed(Viewer viewer, FeedQuery query, PageRequest page) {
    return feeds.feed(viewer, query, page).map(authors::of);
  }

  /// Public pictures that are about what is looked for.
  public Slice<ImageCard> search(Viewer viewer, SearchQuery query, PageRequest page) {
    return searches.search(viewer, query, page).map(authors::of);
  }

  /// One member's pictures as the viewer may see them, newest first; `only` narrows them to one
  /// visibility.
  public Slice<ImageCard> of(
      UserId owner, Viewer viewer, @Nullable Visibility only, PageRequest page) {
    return members.of(owner, viewer, only, page).map(authors::of);
  }

  /// One member's public pictures, the newest publication first.
  public Slice<ImageCard> publishedBy(UserId owner, Viewer viewer, PageRequest page) {
    return members.publishedBy(owner, viewer, page).map(authors::of);
  }

  /// Those of these pictures that the viewer may see, in this order.
  public List<ImageCard> inOrder(Viewer viewer, List<ImageId> ids) {
    return ids.isEmpty() ? List.of() : authors.of(cards.inOrder(viewer, ids));
  }

  /// One picture.
  ///
  /// @throws Problem `not_found`
  public Image image(Viewer viewer, ImageId id) {
    Image image = images.find(viewer, id).orElseThrow(Problem::notFound);
    return image.with(authors.of(List.of(image.card())).getFirst());
  }

  /// What another picture may be made from, without its maker's name; empty where this viewer may
  /// not see it.
  public Optional<Image> source(Viewer viewer, ImageId id) {
    return images.find(viewer, id);
  }

  /// Whose picture it is, where there is such a picture for this viewer.
  public Optional<UserId> owner(Viewer viewer, ImageId id) {
    return images.owner(viewer, id);
  }

  /// Those of the pictures that the viewer may see.
  public Map<ImageId, ImageCard> cards(Viewer viewer, Collection<ImageId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : authors.of(cards.of(viewer, ids)).stream()
            .collect(Collectors.toMap(ImageCard::id, Function.identity()));
  }

  /// Whether there is such a picture for this viewer.
  public boolean canSee(Viewer viewer, ImageId id) {
    return images.owner(viewer, id).isPresent();
  }

  /// Changes a picture of one's own.
  ///
  /// @throws Problem `not_found`, `forbidden` for a public picture of somebody else, or `held_back`
  ///   for a change of visibility while the picture is held
  @Transactional
  public void change(Viewer viewer, ImageId id, ImageChange change) {
    UserId owner = owned(viewer, id);
    boolean wasPublic = images.lock(id).orElseThrow(Problem::notFound) == Visibility.PUBLIC;
    if (change.visibility() != null && images.isHeld(id)) {
      throw new Problem(
          ProblemCode.HELD_BACK, "The picture is held back; who sees it cannot be changed now.");
    }
    images.update(id, change);
    if (change.visibility() == Visibility.PUBLIC && !wasPublic) {
      events.publishEvent(new ImagePublished(id, owner));
    }
  }

  /// Removes a picture of one's own: row, likes and comments now, files right after.
  ///
  /// @throws Problem `not_found`, or `forbidden` for a public picture of somebody else
  @Transactional
  public void delete(Viewer viewer, ImageId id) {
    owned(viewer, id);
    deletions.delete(List.of(id)).forEach(events::publishEvent);
  }

  /// Removes a picture that the house has decided to remove, if it is still there.
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(ImageId id) {
    deletions.delete(List.of(id)).forEach(events::publishEvent);
  }

  /// The file of a picture that its owner, or everybody, may take home.
  ///
  /// @throws Problem `not_found`, or `download_disabled`
  Download download(Viewer viewer, ImageId id) {
    Image image = images.find(viewer, id).orElseThrow(Problem::notFound);
    if (!image.allowDownload() && !image.isOwner()) {
      throw new Problem(ProblemCode.DOWNLOAD_DISABLED, "Only its owner may download it.");
    }
    // A taken-over picture may lie with somebody else.
    if (!ObjectKey.isValid(image.filePath())) {
      throw Problem.notFound();
    }
    return new Download(new ObjectKey(image.filePath()), image.card().aiGenerated());
  }

  void countDownload(ImageId id) {
    images.countDownload(id);
  }

  private UserId owned(Viewer viewer, ImageId id) {
    UserId member = viewer.memberId();
    Image image = images.find(viewer, id).orElseThrow(Problem::notFound);
    if (!image.isOwner()) {
      throw Problem.forbidden();
    }
    return member;
  }
}
