package com.aipixels.identity;

/// What browsers may load for our pages, as `Content-Security-Policy` says it. Scripts are never
/// inline, whoever's they are.
final class ContentPolicy {

  static final String OURS =
      "default-src 'self'; img-src 'self' data: https://img.clerk.com; style-src 'self'; "
          + "script-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  private ContentPolicy() {}

  /// A page whose session Clerk's script renews.
  ///
  /// @param clerk the origin of that script and of what it asks; empty: our own
  static String withClerk(String clerk) {
    return """
    default-src 'self'; img-src 'self' data: https://img.clerk.com; style-src 'self'; \
    script-src 'self' %1$s; connect-src 'self' %1$s; worker-src 'self' blob:; \
    frame-ancestors 'none'; base-uri 'self'; form-action 'self'\
    """
        .formatted(clerk);
  }

  /// A page that Clerk's own forms are shown on: they bring their styles along, and may ask whether
  /// somebody is human.
  static String withItsForms(String clerk) {
    return """
    default-src 'self'; img-src 'self' data: https://img.clerk.com; \
    style-src 'self' 'unsafe-inline'; \
    script-src 'self' %1$s https://challenges.cloudflare.com https://*.protect.clerk.com; \
    connect-src 'self' %1$s https://*.protect.clerk.com:*; worker-src 'self' blob:; \
    frame-src https://challenges.cloudflare.com https://*.protect.clerk.com; \
    frame-ancestors 'none'; base-uri 'self'; form-action 'self'\
    """
        .formatted(clerk);
  }
}
