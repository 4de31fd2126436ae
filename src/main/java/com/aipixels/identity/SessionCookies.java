package com.aipixels.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Where browsers bring the session token.
@Component
public class SessionCookies {

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

  /// Values of `Set-Cookie` that make a browser forget its session.
  public List<String> expired() {
    return clerk.cookies().stream()
        .map(name ->
            ResponseCookie.from(name).path("/").sameSite("Lax").maxAge(0).build().toString())
        .toList();
  }
}
