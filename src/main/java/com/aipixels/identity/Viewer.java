package com.aipixels.identity;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import org.jspecify.annotations.Nullable;

/// Who is asking. A controller takes it as a parameter; it comes from a verified session token.
public sealed interface Viewer {

  /// Somebody without a valid session.
  record Guest() implements Viewer {}

  /// Somebody whose session token was verified for this request.
  record Member(UserId userId) implements Viewer {}

  /// The id to compare owners with in SQL, null for a guest.
  default @Nullable String idOrNull() {
    return switch (this) {
      case Guest() -> null;
      case Member(UserId userId) -> userId.value();
    };
  }

  /// The member, or 401.
  default UserId memberId() {
    return switch (this) {
      case Guest() ->
          throw new Problem(ProblemCode.UNAUTHENTICATED, "This needs a signed-in member.");
      case Member(UserId userId) -> userId;
    };
  }
}
