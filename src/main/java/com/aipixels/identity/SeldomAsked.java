package com.aipixels.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lets two questions through per interval. A refused one counts as an outage, so that whoever
/// spends the questions on made-up keys cannot make us forget the real ones.
final class SeldomAsked extends JWKSetSourceWrapper<SecurityContext> {

  SeldomAsked(JWKSetSource<SecurityContext> source, Duration interval) {
    super(new RateLimitedJWKSetSource<>(source, interval.toMillis(), null));
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return getSource().getJWKSet(refresh, currentTime, context);
    } catch (RateLimitReachedException e) {
      throw new JWKSetUnavailableException("Clerk was asked for keys a moment ago", e);
    }
  }
}
