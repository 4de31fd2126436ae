package com.aipixels.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/// Clerk's own rule of time, to the second: over at `exp` + 5 s, not begun before `nbf` - 5 s, not
/// issued later than in 5 s.
final class SessionTimes implements OAuth2TokenValidator<Jwt> {

  private static final Duration SKEW = Duration.ofSeconds(5);

  private final InstantSource clock;

  SessionTimes(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    Instant now = clock.instant();
    Instant end = token.getExpiresAt();
    if (end == null || !end.isAfter(now.minus(SKEW))) {
      return SessionRules.broken("exp");
    }
    if (isFuture(token.getNotBefore(), now)) {
      return SessionRules.broken("nbf");
    }
    return isFuture(token.getIssuedAt(), now)
        ? SessionRules.broken("iat")
        : OAuth2TokenValidatorResult.success();
  }

  private static boolean isFuture(@Nullable Instant claimed, Instant now) {
    return claimed != null && claimed.isAfter(now.plus(SKEW));
  }
}
