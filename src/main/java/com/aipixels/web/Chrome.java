package com.aipixels.web;

import org.jspecify.annotations.Nullable;

/// What surrounds every page.
///
/// @param path of the page itself, without its query
/// @param account null for a guest, and where nobody asked who is looking
/// @param asked whether somebody asked
/// @param maker who or what makes the pictures here, and whether that is a trained model
public record Chrome(
    Words words,
    String path,
    @Nullable Account account,
    boolean asked,
    Maker maker,
    Assets assets) {

  /// The member who is looking.
  public record Account(String name, @Nullable String imageUrl, int credits) {

    /// What stands in for a missing face.
    public String initial() {
      return name.isEmpty() ? "?" : new String(Character.toChars(name.codePointAt(0)));
    }
  }

  /// The engine as the notices about AI name it.
  public record Maker(String model, boolean isAiModel) {}

  /// For a link in the navigation: `page` where it leads here.
  public @Nullable String current(String href) {
    return path.equals(href) ? "page" : null;
  }
}
