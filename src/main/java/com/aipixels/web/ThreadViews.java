package com.aipixels.web;

import com.aipixels.community.Comment;
import com.aipixels.community.Comments;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.Image;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows a comment with the answers to it.
@Component
class ThreadViews {

  private static final int REPLIES = 50;

  private final Pages pages;
  private final Chromes chromes;
  private final Gallery gallery;
  private final Comments comments;
  private final OneTimeKeys keys;

  ThreadViews(Pages pages, Chromes chromes, Gallery gallery, Comments comments, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.gallery = gallery;
    this.comments = comments;
    this.keys = keys;
  }

  View show(HttpServletRequest request, Viewer viewer, Comment root, @Nullable String cursor) {
    return show(HttpStatus.OK, request, viewer, root, cursor, CommentForm.empty(keys.next()));
  }

  View refuse(HttpServletRequest request, Viewer viewer, Comment root, CommentForm form) {
    return show(HttpStatus.BAD_REQUEST, request, viewer, root, null, form);
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      Comment root,
      @Nullable String cursor,
      CommentForm form) {
    Image image = gallery.image(viewer, root.imageId());
    boolean mayAnswer =
        viewer instanceof Viewer.Member && image.allowComments() && !root.isDeleted();
    return pages.show(
        status,
        new ThreadModel(
            chromes.of(request, viewer),
            image.card(),
            root,
            comments.replies(viewer, root.id(), new PageRequest(REPLIES, cursor)),
            mayAnswer ? form : null));
  }
}
