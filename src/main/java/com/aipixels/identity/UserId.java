package com.aipixels.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/// A Clerk user id, such as `user_2abc…`; opaque, 1–255 characters, none of them NUL.
public record UserId(@JsonValue String value) {

  public UserId {
    if (value.isEmpty() || value.length() > 255 || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A user id has 1 to 255 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
