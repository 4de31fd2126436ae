package com.aipixels.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text as forms send it.
final class FormText {

  private FormText() {}

  /// Browsers send line ends as CR LF, which would count as two characters.
  static String lines(@Nullable String text) {
    return text == null ? "" : text.replace("\r\n", "\n");
  }

  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  /// The tags in a list with commas; a `#` in front of one is no part of it.
  static List<String> tags(String text) {
    return Arrays.stream(text.split("[,\n]"))
        .map(tag -> tag.strip().replaceFirst("^#+", ""))
        .filter(tag -> !tag.isBlank())
        .toList();
  }
}
