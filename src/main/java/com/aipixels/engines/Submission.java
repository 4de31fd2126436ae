package com.aipixels.engines;

import java.time.Duration;

/// What became of asking an engine.
public sealed interface Submission {

  /// It is at work; `reference` (at most 255 characters) finds it again from any process.
  record Accepted(String reference) implements Submission {}

  /// Not now; nothing was started. Ask again after the wait.
  record Busy(Duration retryAfter) implements Submission {}

  /// Not this request; nothing was started and asking again would not help.
  record Refused(EngineFailure failure) implements Submission {}

  /// The answer was lost: it may have been started. Only `find` can tell.
  record Unclear() implements Submission {}
}
