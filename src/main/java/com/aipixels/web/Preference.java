package com.aipixels.web;

import com.aipixels.look.Term;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/// What a reader has chosen about the pages; their browser keeps it.
enum Preference {
  LANGUAGE("lang"),
  THEME("theme");

  private static final Duration KEPT = Duration.ofDays(365);

  private final String cookie;

  Preference(String cookie) {
    this.cookie = cookie;
  }

  <T extends Enum<T> & Term> Optional<T> of(HttpServletRequest request, Class<T> choices) {
    return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .filter(each -> each.getName().equals(cookie))
        .flatMap(each -> Term.of(choices, each.getValue()).stream())
        .findFirst();
  }

  /// Leads back to the page that the choice was made on.
  ResponseEntity<Void> keep(HttpServletRequest request, Term choice) {
    ResponseCookie kept =
        ResponseCookie.from(cookie, choice.value())
            .path("/")
            .maxAge(KEPT)
            .sameSite("Lax")
            .httpOnly(true)
            .secure(request.isSecure())
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, kept.toString())
        .header(HttpHeaders.LOCATION, CameFrom.path(request))
        .build();
  }
}
