package com.aipixels.web;

import com.aipixels.community.Comment;
import com.aipixels.gallery.ImageCard;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A comment and the answers to it.
///
/// @param form null where the viewer cannot answer
public record ThreadModel(
    Chrome chrome,
    ImageCard picture,
    Comment root,
    Slice<Comment> replies,
    @Nullable CommentForm form)
    implements PageModel {

  @Override
  public String template() {
    return "thread.jte";
  }

  public @Nullable String next() {
    String cursor = replies.nextCursor();
    return cursor == null
        ? null
        : new Link("/comments/" + root.id()).and("cursor", cursor).toString();
  }
}
