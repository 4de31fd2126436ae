package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class LikeController {

  private final Likes likes;

  LikeController(Likes likes) {
    this.likes = likes;
  }

  @PutMapping("/images/{id}/like")
  Liked likeImage(Viewer viewer, @PathVariable ImageId id) {
    return likes.like(viewer, id);
  }

  @DeleteMapping("/images/{id}/like")
  Liked unlikeImage(Viewer viewer, @PathVariable ImageId id) {
    return likes.unlike(viewer, id);
  }

  @PutMapping("/comments/{id}/like")
  Liked likeComment(Viewer viewer, @PathVariable CommentId id) {
    return likes.like(viewer, id);
  }

  @DeleteMapping("/comments/{id}/like")
  Liked unlikeComment(Viewer viewer, @PathVariable CommentId id) {
    return likes.unlike(viewer, id);
  }
}
