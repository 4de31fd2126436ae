package com.aipixels.web;

import com.aipixels.community.CommentId;
import com.aipixels.community.Likes;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The hearts on pages; each leads back to the page it was on.
@Controller
class LikeForms {

  private final Likes likes;

  LikeForms(Likes likes) {
    this.likes = likes;
  }

  @PostMapping("/images/{id}/like")
  View like(HttpServletRequest request, Viewer viewer, @PathVariable ImageId id) {
    likes.like(viewer, id);
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/images/{id}/unlike")
  View unlike(HttpServletRequest request, Viewer viewer, @PathVariable ImageId id) {
    likes.unlike(viewer, id);
    return new SeeOther(CameFrom.path(request));
  }

  @PostMapping("/comments/{id}/like")
  View like(HttpServletRequest request, Viewer viewer, @PathVariable CommentId id) {
    likes.like(viewer, id);
    return new SeeOther(CameFrom.path(request) + "#c" + id);
  }

  @PostMapping("/comments/{id}/unlike")
  View unlike(HttpServletRequest request, Viewer viewer, @PathVariable CommentId id) {
    likes.unlike(viewer, id);
    return new SeeOther(CameFrom.path(request) + "#c" + id);
  }
}
