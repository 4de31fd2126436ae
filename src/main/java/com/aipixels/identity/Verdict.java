package com.aipixels.identity;

/// What is to be thought of a session token.
sealed interface Verdict {

  /// It is the session of this member.
  record Genuine(UserId userId) implements Verdict {}

  /// It is not, or no longer.
  record Refused() implements Verdict {}

  /// Nobody can tell: there are no keys to verify it with.
  record Undecided() implements Verdict {}
}
