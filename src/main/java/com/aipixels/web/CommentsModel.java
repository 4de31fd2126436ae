package com.aipixels.web;

import com.aipixels.community.Comment;
import com.aipixels.gallery.Image;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// What is said under a picture.
///
/// @param form null for a guest
public record CommentsModel(Image image, Slice<Comment> comments, @Nullable CommentForm form) {

  public boolean isOpen() {
    return image.allowComments();
  }

  public int count() {
    return image.card().commentCount();
  }

  public String action() {
    return "/images/" + image.card().id() + "/comments";
  }

  public @Nullable String next() {
    String cursor = comments.nextCursor();
    return cursor == null
        ? null
        : new Link("/images/" + image.card().id()).and("comments", cursor).toString();
  }
}
