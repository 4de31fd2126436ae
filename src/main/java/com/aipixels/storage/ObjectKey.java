package com.aipixels.storage;

import java.util.regex.Pattern;

/// Names one stored object: lower-case letters, digits, `-`, `_` and one extension; no folders, so
/// nothing can escape.
public record ObjectKey(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{2,120}\\.[a-z0-9]{2,5}");

  public ObjectKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an object key");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
