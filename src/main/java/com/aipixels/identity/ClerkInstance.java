package com.aipixels.identity;

import com.aipixels.identity.IdentitySettings.ClerkSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/// The instance of Clerk that speaks for our members; without keys, the stand-in of this process.
@Component
class ClerkInstance {

  private static final String STAND_IN_ISSUER = "http://127.0.0.1/local-clerk";
  private static final String STAND_IN_SECRET = "sk_test_local";

  private final ClerkSettings settings;
  private final OwnAddress own;
  private final String issuer;
  private final List<String> cookies;

  ClerkInstance(IdentitySettings settings, OwnAddress own) {
    this.settings = settings.clerk();
    this.own = own;
    this.issuer = isStandIn() ? STAND_IN_ISSUER : issuerOf(this.settings);
    this.cookies = isStandIn() ? List.of("__session") : cookiesOf(this.settings);
  }

  String apiUrl() {
    return isStandIn() ? own.url() + "/local-clerk/v1" : settings.apiUrl().toString();
  }

  String secretKey() {
    return isStandIn() ? STAND_IN_SECRET : settings.secretKey();
  }

  /// The `iss` of its session tokens.
  String issuer() {
    return issuer;
  }

  /// The names under which browsers keep the session token, the more particular first: all
  /// applications on one `localhost` share `__session`.
  List<String> cookies() {
    return cookies;
  }

  private boolean isStandIn() {
    return settings.secretKey().isBlank();
  }

  private static String issuerOf(ClerkSettings settings) {
    if (!settings.issuer().isBlank()) {
      return settings.issuer();
    }
    return "https://" + new PublishableKey(settings.publishableKey()).frontendHost();
  }

  private static List<String> cookiesOf(ClerkSettings settings) {
    if (settings.publishableKey().isBlank()) {
      return List.of("__session");
    }
    String suffix = new PublishableKey(settings.publishableKey()).cookieSuffix();
    return List.of("__session_" + suffix, "__session");
  }
}
