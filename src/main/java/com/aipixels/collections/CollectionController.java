package com.aipixels.collections;

import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CollectionController {

  private final Collections collections;

  CollectionController(Collections collections) {
    this.collections = collections;
  }

  @GetMapping("/me/collections")
  Slice<Collection> mine(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return collections.of(viewer, new PageRequest(limit, cursor));
  }

  @PostMapping("/me/collections")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Collection> begin(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Begin begin) {
    viewer.memberId();
    Collection begun = collections.begin(viewer, begin.collection(), key);
    return ResponseEntity.created(URI.create("/api/v1/collections/" + begun.id())).body(begun);
  }

  @GetMapping("/users/{userId}/collections")
  Slice<Collection> shownBy(
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return collections.shownBy(userId, viewer, new PageRequest(limit, cursor));
  }

  @GetMapping("/collections/{id}")
  Opened open(
      Viewer viewer,
      @PathVariable CollectionId id,
      @RequestParam(required = false) @Nullable String link,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Collection collection = collections.collection(viewer, id, link);
    Slice<ImageCard> page = collections.pictures(viewer, id, link, new PageRequest(limit, cursor));
    return new Opened(collection, page.items(), page.nextCursor());
  }

  @PatchMapping("/collections/{id}")
  Collection change(
      Viewer viewer, @PathVariable CollectionId id, @RequestBody CollectionChange change) {
    collections.change(viewer, id, change);
    return collections.collection(viewer, id, null);
  }

  @DeleteMapping("/collections/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Viewer viewer, @PathVariable CollectionId id) {
    collections.delete(viewer, id);
  }

  @PutMapping("/collections/{id}/images/{imageId}")
  Collected put(
      Viewer viewer,
      @PathVariable CollectionId id,
      @PathVariable ImageId imageId,
      @RequestBody(required = false) @Nullable Spot spot) {
    return collections.put(
        viewer, id, imageId, Objects.requireNonNullElseGet(spot, Spot::anywhere));
  }

  @DeleteMapping("/collections/{id}/images/{imageId}")
  Collected remove(Viewer viewer, @PathVariable CollectionId id, @PathVariable ImageId imageId) {
    return collections.remove(viewer, id, imageId);
  }

  @PutMapping("/collections/{id}/link")
  Shared share(Viewer viewer, @PathVariable CollectionId id) {
    return new Shared(collections.share(viewer, id));
  }

  @DeleteMapping("/collections/{id}/link")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Viewer viewer, @PathVariable CollectionId id) {
    collections.withdraw(viewer, id);
  }
}
