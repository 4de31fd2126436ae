package com.aipixels.web;

import com.aipixels.gallery.ImageCard;
import org.jspecify.annotations.Nullable;

/// How a page that anybody may find presents itself to search engines and where it is shared.
///
/// @param path under which it is known, whatever else its address may say
/// @param description what it shows, in a sentence
/// @param picture the one that stands for it
/// @param feed where an Atom feed of it is
/// @param oembed whether others may embed it
public record Shared(
    String path,
    String description,
    @Nullable ImageCard picture,
    @Nullable String feed,
    boolean oembed) {

  private static final int LONGEST = 200;

  /// A page without a picture of its own.
  public static Shared page(String path, String description) {
    return new Shared(path, description, null, null, false);
  }

  /// At most as many characters as are shown of it.
  static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
