package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CommentController {

  private final Comments comments;

  CommentController(Comments comments) {
    this.comments = comments;
  }

  record Say(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String content,
      @Nullable Integer parentCommentId) {}

  record Correct(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String content) {}

  @GetMapping("/images/{id}/comments")
  Slice<Comment> comments(
      Viewer viewer,
      @PathVariable ImageId id,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return comments.of(viewer, id, new PageRequest(limit, cursor));
  }

  @PostMapping("/images/{id}/comments")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Comment> say(
      Viewer viewer,
      @PathVariable ImageId id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Say say) {
    viewer.memberId();
    NewComment words =
        new NewComment(Objects.requireNonNullElse(say.content(), ""), say.parentCommentId());
    Comment comment = comments.named(comments.post(viewer, id, words, key));
    return ResponseEntity.created(URI.create("/api/v1/comments/" + comment.id())).body(comment);
  }

  @GetMapping("/comments/{id}/replies")
  Slice<Comment> replies(
      Viewer viewer,
      @PathVariable CommentId id,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return comments.replies(viewer, id, new PageRequest(limit, cursor));
  }

  @GetMapping("/comments/{id}")
  Comment comment(Viewer viewer, @PathVariable CommentId id) {
    return comments.comment(viewer, id);
  }

  @PatchMapping("/comments/{id}")
  Comment correct(Viewer viewer, @PathVariable CommentId id, @RequestBody Correct correct) {
    comments.edit(viewer, id, Objects.requireNonNullElse(correct.content(), ""));
    return comments.comment(viewer, id);
  }

  @DeleteMapping("/comments/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Viewer viewer, @PathVariable CommentId id) {
    comments.delete(viewer, id);
  }
}
