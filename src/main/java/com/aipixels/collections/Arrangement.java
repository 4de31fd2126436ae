package com.aipixels.collections;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Puts pictures into a collection of the viewer's and gives them their places, one change of a
/// collection after the other.
@Component
class Arrangement {

  static final int MOST_PICTURES = 2000;

  private final CollectionTable collections;
  private final PlaceTable places;
  private final LockTable holds;
  private final TransactionOperations transaction;

  Arrangement(
      CollectionTable collections,
      PlaceTable places,
      LockTable holds,
      TransactionOperations transaction) {
    this.collections = collections;
    this.places = places;
    this.holds = holds;
    this.transaction = transaction;
  }

  /// @throws Problem `not_found`, `no_room_left`, or naming the neighbour that is not there
  void put(Viewer viewer, CollectionId id, ImageId image, Spot spot) {
    while (!transaction.execute(_ -> placed(viewer, id, image, spot))) {
      transaction.executeWithoutResult(_ -> spread(viewer, id));
    }
  }

  /// False where there is no number left for that place.
  private boolean placed(Viewer viewer, CollectionId id, ImageId image, Spot spot) {
    boolean isThere = holds.hold(viewer, image) && collections.lock(viewer.memberId(), id);
    if (!isThere) {
      throw Problem.notFound();
    }
    boolean isCollected = places.holds(id, image);
    if (isCollected && spot.isAnywhere()) {
      return true;
    }
    if (!isCollected && places.count(id) >= MOST_PICTURES) {
      throw new Problem(
          ProblemCode.NO_ROOM_LEFT, "A collection holds at most " + MOST_PICTURES + " pictures.");
    }
    Optional<Long> place = gap(viewer, id, image, spot).middle();
    place.ifPresent(free -> places.put(id, image, free));
    return place.isPresent();
  }

  private Gap gap(Viewer viewer, CollectionId id, ImageId moving, Spot spot) {
    if (spot.after() != null) {
      return places.behind(id, neighbour(viewer, id, moving, "after", spot.after()), moving);
    }
    if (spot.before() != null) {
      return places.inFrontOf(id, neighbour(viewer, id, moving, "before", spot.before()), moving);
    }
    return places.end(id);
  }

  private long neighbour(
      Viewer viewer, CollectionId id, ImageId moving, String field, int neighbour) {
    return Optional.of(neighbour)
        .filter(other -> other != moving.value())
        .flatMap(other -> places.seen(viewer, id, other))
        .orElseThrow(() -> Problem.invalid(field, "must be another picture of this collection"));
  }

  private void spread(Viewer viewer, CollectionId id) {
    holds.holdAllOf(id);
    if (collections.lock(viewer.memberId(), id)) {
      places.spread(id);
    }
  }
}
