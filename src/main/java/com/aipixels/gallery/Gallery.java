package com.aipixels.gallery;

import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.aipixels.storage.ObjectKey;
import java.util.List;
import java.util.Map;
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
  private final FeedQueries feeds;
  private final People people;
  private final ApplicationEventPublisher events;

  Gallery(ImageTable images, FeedQueries feeds, People people, ApplicationEventPublisher events) {
    this.images = images;
    this.feeds = feeds;
    this.people = people;
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

  /// Public pictures.
  public Slice<ImageCard> feed(Viewer viewer, FeedQuery query, PageRequest page) {
    return feeds.feed(viewer, query, page).map(this::withAuthors);
  }

  /// One member's pictures as the viewer may see them, newest first; `only` narrows them to one
  /// visibility.
  public Slice<ImageCard> of(
      UserId owner, Viewer viewer, @Nullable Visibility only, PageRequest page) {
    return feeds.of(owner, viewer, only, page).map(this::withAuthors);
  }

  /// One picture.
  ///
  /// @throws Problem `not_found`
  public Image image(Viewer viewer, ImageId id) {
    Image image = images.find(viewer, id).orElseThrow(Problem::notFound);
    return image.with(withAuthors(List.of(image.card())).getFirst());
  }

  /// Whether there is such a picture for this viewer.
  public boolean canSee(Viewer viewer, ImageId id) {
    return images.find(viewer, id).isPresent();
  }

  /// Changes a picture of one's own.
  ///
  /// @throws Problem `not_found`, or `forbidden` for a public picture of somebody else
  @Transactional
  public void change(Viewer viewer, ImageId id, ImageChange change) {
    UserId owner = owned(viewer, id);
    boolean wasPublic = images.lock(id) == Visibility.PUBLIC;
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
    UserId owner = owned(viewer, id);
    images
        .delete(id)
        .ifPresent(filePath -> events.publishEvent(new ImageDeleted(id, owner, filePath)));
  }

  /// The file of a picture that its owner, or everybody, may take home.
  ///
  /// @throws Problem `not_found`, or `download_disabled`
  ObjectKey download(Viewer viewer, ImageId id) {
    Image image = images.find(viewer, id).orElseThrow(Problem::notFound);
    if (!image.allowDownload() && !image.isOwner()) {
      throw new Problem(ProblemCode.DOWNLOAD_DISABLED, "Only its owner may download it.");
    }
    // A taken-over picture may lie with somebody else.
    if (!ObjectKey.isValid(image.filePath())) {
      throw Problem.notFound();
    }
    return new ObjectKey(image.filePath());
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

  private List<ImageCard> withAuthors(List<ImageCard> cards) {
    Map<UserId, PersonCard> authors =
        people.cards(cards.stream().map(ImageCard::owner).collect(Collectors.toSet()));
    return cards.stream().map(card -> card.by(authors.get(card.owner()))).toList();
  }
}
