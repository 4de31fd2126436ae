package com.aipixels.storage;

import java.util.regex.Pattern;

/// Names one stored object: lower-case letters, digits, `-`, `_`, then one or two extensions
/// (`3f…9a.png`, `3f…9a.640.webp`); no folders, so nothing can escape. Objects that belong together
/// share their [#stem].
public record ObjectKey(String value) {

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9][a-z0-9_-]{2,120}(?:\\.[a-z0-9]{1,8}){1,2}");

  public ObjectKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an object key");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  /// Everything before the first dot.
  public String stem() {
    return value.substring(0, value.indexOf('.'));
  }

  @Override
  public String toString() {
    return value;
  }
}
