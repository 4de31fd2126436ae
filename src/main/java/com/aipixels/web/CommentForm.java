package com.aipixels.web;

import org.jspecify.annotations.Nullable;

/// A comment as it is being written.
///
/// @param key makes one comment of a form that is sent twice
public record CommentForm(String content, String key, Mistakes mistakes) {

  public CommentForm(@Nullable String content, String key, Mistakes mistakes) {
    this.content = FormText.lines(content);
    this.key = key;
    this.mistakes = mistakes;
  }

  static CommentForm empty(String key) {
    return new CommentForm("", key, Mistakes.none());
  }
}
