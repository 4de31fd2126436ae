package com.aipixels.browser;

/// What Clerk keeps of one browser: how far a sign-in is, and the session it has led to.
final class ClerkClient {

  private static final String PASSWORD = "correct horse";
  private static final long NOW = 1_790_000_000_000L;
  private static final long YEAR = 31_536_000_000L;

  private final String id;
  private final ClerkMint mint;
  private volatile String username = "";
  private volatile boolean hasAsked;
  private volatile boolean isSignedIn;

  ClerkClient(String id, ClerkMint mint) {
    this.id = id;
    this.mint = mint;
  }

  static String password() {
    return PASSWORD;
  }

  static String userId(String username) {
    return "user_" + username;
  }

  void identify(String username) {
    this.username = username;
    hasAsked = true;
  }

  boolean opens(String password) {
    isSignedIn = PASSWORD.equals(password);
    hasAsked = !isSignedIn;
    return isSignedIn;
  }

  void leave() {
    isSignedIn = false;
  }

  boolean isSignedIn() {
    return isSignedIn;
  }

  String token(String origin) {
    return mint.token(userId(username), sessionId(), origin);
  }

  String json(String origin) {
    return """
    {"object": "client", "id": "%s", "sessions": [%s], "sign_in": %s, "sign_up": null,
     "last_active_session_id": %s, "cookie_expires_at": null,
     "last_authentication_strategy": null, "created_at": %d, "updated_at": %d}
    """
        .formatted(
            id,
            isSignedIn ? session(origin) : "",
            hasAsked ? signIn() : "null",
            isSignedIn ? "\"" + sessionId() + "\"" : "null",
            NOW,
            NOW);
  }

  String signIn() {
    return """
    {"object": "sign_in", "id": "sia_%s", "status": "%s", "identifier": "%s",
     "supported_identifiers": ["username"], "supported_second_factors": null,
     "supported_first_factors": [{"strategy": "password"}],
     "first_factor_verification": null, "second_factor_verification": null,
     "created_session_id": %s, "user_data": {"first_name": null, "has_image": false}}
    """
        .formatted(
            id,
            isSignedIn ? "complete" : "needs_first_factor",
            username,
            isSignedIn ? "\"" + sessionId() + "\"" : "null");
  }

  String session(String origin) {
    return """
    {"object": "session", "id": "%s", "status": "active", "factor_verification_age": [0, -1],
     "expire_at": %d, "abandon_at": %d, "last_active_at": %d, "actor": null, "tasks": null,
     "last_active_organization_id": null, "created_at": %d, "updated_at": %d,
     "last_active_token": {"object": "token", "jwt": "%s"}, "user": %s,
     "public_user_data": {"identifier": "%s", "image_url": "", "has_image": false}}
    """
        .formatted(
            sessionId(),
            NOW + YEAR,
            NOW + YEAR,
            NOW,
            NOW,
            NOW,
            token(origin),
            user(username),
            username);
  }

  /// As both of Clerk's APIs write it.
  static String user(String username) {
    return """
    {"object": "user", "id": "%s", "username": "%s", "first_name": null, "last_name": null,
     "image_url": "", "has_image": false, "email_addresses": [], "phone_numbers": [],
     "web3_wallets": [], "external_accounts": [], "enterprise_accounts": [], "passkeys": [],
     "organization_memberships": [], "password_enabled": true, "public_metadata": {},
     "unsafe_metadata": {}, "delete_self_enabled": true, "created_at": %d, "updated_at": %d}
    """
        .formatted(userId(username), username, NOW, NOW);
  }

  private String sessionId() {
    return "sess_" + id;
  }
}
