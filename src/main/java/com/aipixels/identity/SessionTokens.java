package com.aipixels.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

  private final NimbusJwtDecoder decoder;

  SessionTokens(
      JWKSource<SecurityContext> keys, ClerkInstance clerk, Origins origins, InstantSource clock) {
    DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    signatures.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    // Spring's validators below look at the claims.
    signatures.setJWTClaimsSetVerifier((_, _) -> {});
    decoder = new NimbusJwtDecoder(signatures);
    decoder.setClaimSetConverter(SessionTokens::claimsAsTheyCame);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new SessionTimes(clock), new SessionRules(clerk, origins)));
  }

  Verdict judge(String token) {
    if (!isCompact(token)) {
      return new Verdict.Refused();
    }
    try {
      Jwt session = decoder.decode(token);
      return new Verdict.Genuine(new UserId(Objects.requireNonNull(session.getSubject())));
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
