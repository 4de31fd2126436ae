package com.aipixels.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Verifies Clerk's session tokens with keys that are at hand: no request of a member waits for
/// Clerk.
class SessionTokens {

  private static final Logger log = LoggerFactory.getLogger(SessionTokens.class);

  /// No header of ours holds more.
  private static final int LONGEST = 8192;

  /// For how long a signature is not looked at again; keys are remembered for longer.
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final int MOST_REMEMBERED = 10_000;

  private final NimbusJwtDecoder decoder;
  private final SessionTimes times;
  private final Cache<String, Jwt> verified;

  SessionTokens(
      JWKSource<SecurityContext> keys, ClerkInstance clerk, Origins origins, InstantSource clock) {
    DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    signatures.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    // Spring's validators below look at the claims.
    signatures.setJWTClaimsSetVerifier((_, _) -> {});
    decoder = new NimbusJwtDecoder(signatures);
    decoder.setClaimSetConverter(SessionTokens::claimsAsTheyCame);
    times = new SessionTimes(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(times, new SessionRules(clerk, origins)));
    verified =
        Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(REMEMBERED)
            .build();
  }

  /// A member sends one token many times, and its signature takes longer than most of what is asked
  /// with it; only its times are looked at each time.
  Verdict judge(String token) {
    Jwt known = verified.getIfPresent(token);
    if (known != null) {
      return times.validate(known).hasErrors() ? new Verdict.Refused() : genuine(known);
    }
    return isCompact(token) ? verify(token) : new Verdict.Refused();
  }

  private Verdict verify(String token) {
    try {
      Jwt session = decoder.decode(token);
      verified.put(token, session);
      return genuine(session);
    } catch (JwtValidationException e) {
      log.debug(
          "session token refused: {}",
          e.getErrors().stream().map(OAuth2Error::getDescription).toList());
      return new Verdict.Refused();
    } catch (BadJwtException e) {
      log.debug("session token refused: not one of Clerk's");
      return new Verdict.Refused();
    } catch (JwtException e) {
      log.warn("session token undecided: no keys");
      return new Verdict.Undecided();
    }
  }

  private static Verdict genuine(Jwt session) {
    return new Verdict.Genuine(new UserId(Objects.requireNonNull(session.getSubject())));
  }

  /// Whether it is written in the one way that RFC 7515 knows. The decoder passes over padding,
  /// spaces and bits that mean nothing, so that one token would have many spellings.
  private static boolean isCompact(String token) {
    return token.length() <= LONGEST
        && Arrays.stream(token.split("\\.", -1)).allMatch(SessionTokens::isCanonical);
  }

  private static boolean isCanonical(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Spring makes up an `iat` just before `exp` where there is none, which would then lie in the
  /// future.
  private static Map<String, Object> claimsAsTheyCame(Map<String, Object> claims) {
    Map<String, Object> converted =
        new HashMap<>(
            MappedJwtClaimSetConverter.withDefaults(Collections.emptyMap()).convert(claims));
    if (!claims.containsKey(JwtClaimNames.IAT)) {
      converted.remove(JwtClaimNames.IAT);
    }
    return converted;
  }
}
