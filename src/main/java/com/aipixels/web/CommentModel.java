package com.aipixels.web;

import com.aipixels.community.Comment;

/// A comment that somebody corrects or takes away.
public record CommentModel(Chrome chrome, Comment comment, CommentForm form) implements PageModel {

  @Override
  public String template() {
    return "comment.jte";
  }
}
