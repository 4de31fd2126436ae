package com.aipixels.engines;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came of one HTTP request.
sealed interface Reply {

  /// An answer. The body is missing where it was no JSON, which a gateway's page is not; it is an
  /// object where the status is 2xx.
  record Answer(int status, JsonNode body, @Nullable Duration retryAfter) implements Reply {

    boolean ok() {
      return status / 100 == 2;
    }

    /// For the log: the status and the engine's own words.
    String summary() {
      String detail = body.path("detail").asString("").strip().replaceAll("\\s+", " ");
      return "%d %s".formatted(status, detail.substring(0, Math.min(300, detail.length()))).strip();
    }
  }

  /// There was no connection: the request did not leave this machine.
  record NotSent(String reason) implements Reply {}

  /// The request was sent, and the answer did not come, broke off or cannot be read.
  record Lost(String reason) implements Reply {}
}
