package com.aipixels.gallery;

import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.problems.InputRules;
import org.jspecify.annotations.Nullable;

/// Which pictures a list is narrowed to; null leaves a filter out.
public record ImageFilter(
    @Nullable Category category,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    @Nullable String tag) {

  public ImageFilter {
    new InputRules().optional("tag", tag, 100).check();
  }

  /// Every picture.
  public static ImageFilter none() {
    return new ImageFilter(null, null, null, null);
  }

  public ImageFilter with(@Nullable Category other) {
    return new ImageFilter(other, style, colorTone, tag);
  }

  public ImageFilter with(@Nullable Style other) {
    return new ImageFilter(category, other, colorTone, tag);
  }

  public ImageFilter with(@Nullable ColorTone other) {
    return new ImageFilter(category, style, other, tag);
  }

  public ImageFilter tagged(@Nullable String other) {
    return new ImageFilter(category, style, colorTone, other);
  }
}
