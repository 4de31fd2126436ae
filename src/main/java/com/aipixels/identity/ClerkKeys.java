package com.aipixels.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/// Clerk's public keys, asked for each time.
final class ClerkKeys implements JWKSetSource<SecurityContext> {

  private final ClerkApi clerk;

  ClerkKeys(ClerkApi clerk) {
    this.clerk = clerk;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return JWKSet.parse(clerk.jwks());
    } catch (ClerkAway | ParseException e) {
      throw new JWKSetUnavailableException("Clerk gave no keys", e);
    }
  }

  @Override
  public void close() {}
}
