package com.aipixels.web;

import com.aipixels.community.Comment;
import com.aipixels.community.Comments;
import com.aipixels.community.Follows;
import com.aipixels.gallery.Image;
import com.aipixels.gallery.Versions;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows a picture with what is said under it, and with whatever form on it has to be filled in
/// again.
@Component
class PictureViews {

  private static final int COMMENTS = 20;

  private final Pages pages;
  private final Chromes chromes;
  private final Versions versions;
  private final Comments comments;
  private final Follows follows;
  private final OneTimeKeys keys;

  PictureViews(
      Pages pages,
      Chromes chromes,
      Versions versions,
      Comments comments,
      Follows follows,
      OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.versions = versions;
    this.comments = comments;
    this.follows = follows;
    this.keys = keys;
  }

  /// @param cursor in its comments
  View show(HttpServletRequest request, Viewer viewer, Image image, @Nullable String cursor) {
    CommentsModel said = said(viewer, image, cursor, CommentForm.empty(keys.next()));
    return show(HttpStatus.OK, request, viewer, PictureForm.of(image), Mistakes.none(), said);
  }

  View refuse(
      HttpServletRequest request, Viewer viewer, Image image, PictureForm form, Mistakes mistakes) {
    CommentsModel said = said(viewer, image, null, CommentForm.empty(keys.next()));
    return show(HttpStatus.BAD_REQUEST, request, viewer, form, mistakes, said);
  }

  View refuse(HttpServletRequest request, Viewer viewer, Image image, CommentForm form) {
    CommentsModel said = said(viewer, image, null, form);
    return show(
        HttpStatus.BAD_REQUEST, request, viewer, PictureForm.of(image), Mistakes.none(), said);
  }

  private CommentsModel said(
      Viewer viewer, Image image, @Nullable String cursor, CommentForm form) {
    Slice<Comment> page = comments.of(viewer, image.card().id(), new PageRequest(COMMENTS, cursor));
    return new CommentsModel(image, page, viewer instanceof Viewer.Member ? form : null);
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      PictureForm form,
      Mistakes mistakes,
      CommentsModel said) {
    return pages.show(
        status,
        new PictureModel(
            chromes.of(request, viewer),
            said.image(),
            versions.sources(viewer, said.image()),
            follows.isFollowing(viewer, said.image().card().owner()),
            form,
            mistakes,
            said));
  }
}
