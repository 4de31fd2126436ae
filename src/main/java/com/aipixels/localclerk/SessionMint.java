package com.aipixels.localclerk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// Makes session tokens as Clerk makes them, version 2, only longer lived.
class SessionMint {

  private static final String ISSUER = "http://127.0.0.1/local-clerk";
  private static final String SESSION_CATEGORY = "cl_B7d4PD111AAA";

  private final SigningKey key;
  private final Ids ids;
  private final InstantSource clock;
  private final Duration lifetime;

  SessionMint(SigningKey key, Ids ids, InstantSource clock, Duration lifetime) {
    this.key = key;
    this.ids = ids;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  Duration lifetime() {
    return lifetime;
  }

  /// @param origin of the page that asks for the token
  String sessionOf(LocalUser user, String origin) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .claim("azp", origin)
            .expirationTime(Date.from(now.plus(lifetime)))
            .claim("fva", List.of(0, -1))
            .issueTime(Date.from(now))
            .issuer(ISSUER)
            .jwtID(ids.next("jti"))
            .notBeforeTime(Date.from(now.minusSeconds(10)))
            .claim("sid", ids.next("sess"))
            .claim("sts", "active")
            .subject(user.id())
            .claim("v", 2)
            .build();
    return signed(claims);
  }

  private String signed(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .customParam("cat", SESSION_CATEGORY)
            .keyID(key.id())
            .type(JOSEObjectType.JWT)
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(key.signer());
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign a session token", e);
    }
  }
}
