package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ImageController {

  private final Gallery gallery;

  ImageController(Gallery gallery) {
    this.gallery = gallery;
  }

  @GetMapping("/images")
  Slice<ImageCard> feed(
      Viewer viewer,
      @RequestParam(defaultValue = "latest") Sort sort,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable Style style,
      @RequestParam(required = false) @Nullable ColorTone colorTone,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(defaultValue = "all") Circle feed,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return gallery.feed(
        viewer,
        new FeedQuery(sort, new ImageFilter(category, style, colorTone, tag), feed),
        new PageRequest(limit, cursor));
  }

  @GetMapping("/me/images")
  Slice<ImageCard> mine(
      Viewer viewer,
      @RequestParam(required = false) @Nullable Visibility visibility,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return gallery.of(viewer.memberId(), viewer, visibility, new PageRequest(limit, cursor));
  }

  @GetMapping("/users/{userId}/images")
  Slice<ImageCard> publishedBy(
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return gallery.publishedBy(userId, viewer, new PageRequest(limit, cursor));
  }

  @GetMapping("/images/{id}")
  Image image(Viewer viewer, @PathVariable ImageId id) {
    return gallery.image(viewer, id);
  }

  @PatchMapping("/images/{id}")
  Image change(Viewer viewer, @PathVariable ImageId id, @RequestBody ImageChange change) {
    gallery.change(viewer, id, change);
    return gallery.image(viewer, id);
  }

  @DeleteMapping("/images/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Viewer viewer, @PathVariable ImageId id) {
    gallery.delete(viewer, id);
  }
}
