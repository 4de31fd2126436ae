package com.aipixels.limits;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/// What an asker has left after asking once more.
record Standing(Rate rate, ConsumptionProbe probe) {

  boolean isRefused() {
    return !probe.isConsumed();
  }

  /// The three fields of draft-ietf-httpapi-ratelimit-headers before its seventh version, which
  /// clients know; `RateLimit-Reset` is in seconds, until all of it is back.
  void tell(HttpServletResponse response) {
    response.setIntHeader("RateLimit-Limit", rate.times());
    response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
    response.setHeader("RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
    if (isRefused()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds(probe.getNanosToWaitForRefill()));
    }
  }

  private static String seconds(long nanos) {
    return Long.toString(Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
  }
}
