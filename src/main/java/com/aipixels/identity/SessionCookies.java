package com.aipixels.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where browsers bring the session token.
@Component
class SessionCookies {

  private final ClerkInstance clerk;

  SessionCookies(ClerkInstance clerk) {
    this.clerk = clerk;
  }

  /// Every candidate, the likelier first; which one is ours only verification can say.
  Stream<String> in(HttpServletRequest request) {
    Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
    return clerk.cookies().stream()
        .flatMap(name -> Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)))
        .map(Cookie::getValue);
  }
}
