package com.aipixels.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys a session token may be signed with: remembered, fetched by one request at a time, kept
/// for a day while their source is away, and fetched early for an unknown one, but seldom.
final class SigningKeys implements JWKSource<SecurityContext> {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(1);

  /// Two questions are let through in each.
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);

  private static final Duration WAIT_FOR_ANOTHER = Duration.ofSeconds(6);
  private static final int SHORTEST_MODULUS = 2048;

  private final JWKSetSource<SecurityContext> keys;
  private final InstantSource clock;

  SigningKeys(JWKSetSource<SecurityContext> origin, InstantSource clock) {
    this.keys =
        new CachingJWKSetSource<>(
            new OutageTolerantJWKSetSource<>(
                new RateLimitedJWKSetSource<>(origin, BETWEEN_QUESTIONS.toMillis(), null),
                KEPT_IN_AN_OUTAGE.toMillis(),
                null),
            FRESH.toMillis(),
            WAIT_FOR_ANOTHER.toMillis(),
            null);
    this.clock = clock;
  }

  /// @throws KeySourceException when no keys can be had, so that nothing can be said of any token
  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
      throws KeySourceException {
    JWKSet known = keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), context);
    List<JWK> found = strongOnes(wanted.select(known));
    return found.isEmpty() ? strongOnes(wanted.select(newerThan(known, context))) : found;
  }

  private JWKSet newerThan(JWKSet known, @Nullable SecurityContext context) {
    JWKSetCacheRefreshEvaluator other = JWKSetCacheRefreshEvaluator.referenceComparison(known);
    try {
      return keys.getJWKSet(other, clock.millis(), context);
    } catch (KeySourceException e) {
      return known;
    }
  }

  private static List<JWK> strongOnes(List<JWK> keys) {
    return keys.stream()
        .filter(key -> key instanceof RSAKey rsa && rsa.size() >= SHORTEST_MODULUS)
        .toList();
  }
}
