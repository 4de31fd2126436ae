package com.aipixels.browser;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Session tokens as Clerk makes them, with as long a life as a test wants.
final class ClerkMint {

  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger made = new AtomicInteger();
  private final String issuer;
  private final RSAKey key;
  private volatile Duration life = Duration.ofMinutes(1);

  ClerkMint(String issuer) {
    this.issuer = issuer;
    try {
      key = new RSAKeyGenerator(2048).keyID("ins_browser").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// From now on, tokens end so long after they are made; or before.
  void tokensLast(Duration life) {
    this.life = life;
  }

  String jwks() {
    return new JWKSet(key).toString();
  }

  String token(String userId, String sessionId, String origin) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(userId)
            .claim("azp", origin)
            .claim("fva", List.of(0, -1))
            .claim("sid", sessionId)
            .claim("sts", "active")
            .claim("v", 2)
            .jwtID("jti_" + made.incrementAndGet())
            .issueTime(Date.from(now.plus(life).minusSeconds(60)))
            .notBeforeTime(Date.from(now.plus(life).minusSeconds(70)))
            .expirationTime(Date.from(now.plus(life)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .customParam("cat", "cl_B7d4PD111AAA")
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
