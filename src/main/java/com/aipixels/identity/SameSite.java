package com.aipixels.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// A cookie goes along with whatever makes the browser send a request; this tells whether one of
/// our own pages did.
@Component
class SameSite {

  private final Origins origins;

  SameSite(Origins origins) {
    this.origins = origins;
  }

  boolean sent(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        : origins.contain(origin) || origin.equals(target(request));
  }

  private static String target(HttpServletRequest request) {
    int usualPort = request.isSecure() ? 443 : 80;
    int port = request.getServerPort();
    return request.getScheme()
        + "://"
        + request.getServerName()
        + (port == usualPort ? "" : ":" + port);
  }
}
