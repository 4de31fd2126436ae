package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;

/// The page of this site that a form was sent from. Pages do not carry their own address, so that
/// one about a hidden thing and one about nothing are the same bytes.
final class CameFrom {

  private CameFrom() {}

  /// Path and query, `/` where the browser does not say.
  static String path(HttpServletRequest request) {
    String referer = request.getHeader(HttpHeaders.REFERER);
    if (referer == null) {
      return "/";
    }
    try {
      URI page = new URI(referer);
      String path = page.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return "/";
      }
      return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
