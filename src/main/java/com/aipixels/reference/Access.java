package com.aipixels.reference;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;

/// Who may call an operation.
enum Access {
  /// A signed-in member, by token or cookie.
  MEMBER,
  /// A member whom Clerk calls a moderator at that moment; nobody else finds anything there.
  MODERATOR,
  /// Anyone; a member sees more.
  ANYONE,
  /// Whoever signs the request's body.
  SIGNED,
  /// Whoever has the stand-in's secret key.
  SECRET_KEY,
  /// Everyone alike.
  OPEN;

  static final String BEARER = "bearer";
  static final String COOKIE = "session";
  static final String KEY = "secretKey";

  List<SecurityRequirement> requirements() {
    return switch (this) {
      case MEMBER, MODERATOR -> List.of(by(BEARER), by(COOKIE));
      case ANYONE -> List.of(new SecurityRequirement(), by(BEARER), by(COOKIE));
      case SECRET_KEY -> List.of(by(KEY));
      case SIGNED, OPEN -> List.of();
    };
  }

  private static SecurityRequirement by(String scheme) {
    return new SecurityRequirement().addList(scheme);
  }
}
