package com.aipixels.web;

import com.aipixels.look.Term;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An address on this site with its query.
public record Link(String address) {

  /// Pictures with this tag.
  public static Link toTag(String tag) {
    return new Link("/").and("tag", tag);
  }

  /// The sign-in page, and from there to `next`.
  static Link toSignIn(String next) {
    return new Link("/sign-in").and("next", next);
  }

  /// The very address that was asked for, without the site's name.
  static Link of(HttpServletRequest request) {
    String query = request.getQueryString();
    return new Link(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /// An address that works from anywhere; taken-over pictures may lie on another site.
  public static String absolute(String site, String url) {
    return url.startsWith("/") ? site + url : url;
  }

  /// With one parameter more; null leaves it out.
  public Link and(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    String separator = address.contains("?") ? "&" : "?";
    return new Link(
        address + separator + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  public Link and(String name, @Nullable Term term) {
    return and(name, term == null ? null : term.value());
  }

  @Override
  public String toString() {
    return address;
  }
}
