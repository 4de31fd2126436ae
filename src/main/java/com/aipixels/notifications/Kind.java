package com.aipixels.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member may not want to hear of. There are other kinds, which nobody can switch off.
public enum Kind {
  LIKE,
  COMMENT,
  REPLY,
  MENTION,
  FOLLOW,
  REMIX,
  PUBLISHED,
  GENERATION;

  @JsonValue
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Kind> of(String value) {
    return Arrays.stream(values()).filter(kind -> kind.value().equals(value)).findFirst();
  }
}
