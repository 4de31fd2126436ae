package com.aipixels.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/// Keys and session tokens as Clerk makes them, and those it would not make.
final class TokenFixture {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:05Z");

  private TokenFixture() {}

  static RSAKey aKey(String kid, int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String published(RSAKey... keys) {
    return new JWKSet(List.of(keys)).toString();
  }

  static String aSession(RSAKey key) {
    return aSession(key, claims -> claims);
  }

  static String aSession(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("https://glad-otter-12.clerk.accounts.dev")
            .claim("azp", "http://localhost:8080")
            .subject("user_2testA1b2C3d4E5f6G7h8I9j0K")
            .expirationTime(Date.from(NOW.plusSeconds(1_000_000)));
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, change.apply(claims).build());
      token.sign(new RSASSASigner(key.toPrivateKey(), true));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
