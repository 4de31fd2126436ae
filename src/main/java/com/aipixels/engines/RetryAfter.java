package com.aipixels.engines;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How long an engine asks to be left alone. Replicate says it in a header, in a field, or only in
/// a sentence.
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Pattern SENTENCE =
      Pattern.compile("(?:resets in ~?|available in )(\\d{1,6}) ?s");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private RetryAfter() {}

  /// At most five minutes, whatever is asked; null when nothing is.
  static @Nullable Duration of(@Nullable String header, JsonNode body, Instant now) {
    Duration asked = header == null ? null : header(header.strip(), now);
    if (asked == null && body.path("retry_after").isNumber()) {
      asked = seconds(body.path("retry_after").asDecimal());
    }
    if (asked == null) {
      Matcher sentence = SENTENCE.matcher(body.path("detail").asString(""));
      asked = sentence.find() ? seconds(new BigDecimal(sentence.group(1))) : null;
    }
    return asked == null ? null : bounded(asked);
  }

  private static @Nullable Duration header(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      return seconds(new BigDecimal(value));
    }
    try {
      return Duration.between(
          now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  private static Duration seconds(BigDecimal seconds) {
    BigDecimal most = BigDecimal.valueOf(LONGEST.toSeconds());
    return Duration.ofMillis(seconds.min(most).movePointRight(3).longValue());
  }

  private static Duration bounded(Duration asked) {
    if (asked.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
  }
}
