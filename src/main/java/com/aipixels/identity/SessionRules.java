package com.aipixels.identity;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/// What makes a genuine token of Clerk's the session of one of our members. Claims are looked at as
/// they come: none of them need be a string.
final class SessionRules implements OAuth2TokenValidator<Jwt> {

  /// The header `cat` of tokens that are no session: made from a template, or for a machine.
  private static final Set<String> OTHER_CATEGORIES = Set.of("cl_B7d4PD222AAA", "cl_B7d4PD333AAA");

  private final Map<String, Predicate<@Nullable Object>> claims;

  SessionRules(ClerkInstance clerk, Origins origins) {
    this.claims =
        Map.of(
            "iss", issuer -> clerk.issuer().equals(issuer),
            "azp", party -> party instanceof String origin && origins.contain(origin),
            "sub", subject -> subject instanceof String id && isPerson(id),
            "sts", status -> status == null || status.equals("active"));
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    Object category = token.getHeaders().get("cat");
    if (category != null && OTHER_CATEGORIES.contains(category.toString())) {
      return broken("cat");
    }
    return claims.entrySet().stream()
        .filter(rule -> !rule.getValue().test(token.getClaims().get(rule.getKey())))
        .findFirst()
        .map(rule -> broken(rule.getKey()))
        .orElse(OAuth2TokenValidatorResult.success());
  }

  static OAuth2TokenValidatorResult broken(String part) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", part, null));
  }

  private static boolean isPerson(String id) {
    return !id.isEmpty() && id.length() <= 255 && !id.startsWith("mch_");
  }
}
