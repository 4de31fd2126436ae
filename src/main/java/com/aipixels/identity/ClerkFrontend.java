package com.aipixels.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Clerk as browsers see it: where its scripts are, and for which instance they speak.
///
/// @param proxyUrl where Clerk is reached, an address or a path of ours; empty: the host in the key
public record ClerkFrontend(String publishableKey, String proxyUrl) {

  public ClerkFrontend {
    publishableKey = new PublishableKey(publishableKey).value();
    if (!proxyUrl.matches("|(https?:/)?/[^\\s;,/][^\\s;,]*(?<!/)")) {
      throw new IllegalArgumentException("AIPIXELS_CLERK_PROXY_URL is neither address nor path");
    }
  }

  /// The script that keeps a session fresh.
  public String script() {
    return url() + "/npm/@clerk/clerk-js@6/dist/clerk.browser.js";
  }

  /// The script that shows Clerk's own forms; it comes before the other.
  public String formsScript() {
    return url() + "/npm/@clerk/ui@1/dist/ui.browser.js";
  }

  /// A page of Clerk's own, for where its scripts do not come.
  ///
  /// @param page such as `/sign-in`
  /// @param next where to go from there
  public String portal(String page, String next) {
    return "https://"
        + host().replaceFirst("clerk\\.(accounts\\.)?", "accounts.")
        + page
        + "?redirect_url="
        + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  /// The policy of a page that shows Clerk's own forms, instead of every page's.
  public String formsPolicy() {
    return ContentPolicy.withItsForms(origin());
  }

  /// The policy of every page.
  String policy() {
    return ContentPolicy.withClerk(origin());
  }

  private String url() {
    return proxyUrl.isEmpty() ? "https://" + host() : proxyUrl;
  }

  private String host() {
    return new PublishableKey(publishableKey).frontendHost();
  }

  private String origin() {
    URI uri = URI.create(url());
    return uri.isAbsolute() ? uri.getScheme() + "://" + uri.getRawAuthority() : "";
  }
}
