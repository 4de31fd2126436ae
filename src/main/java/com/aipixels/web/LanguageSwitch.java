package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LanguageSwitch {

  private static final Duration KEPT = Duration.ofDays(365);

  @PostMapping("/language")
  ResponseEntity<Void> choose(HttpServletRequest request, @RequestParam Language language) {
    ResponseCookie cookie =
        ResponseCookie.from(Language.COOKIE, language.value())
            .path("/")
            .maxAge(KEPT)
            .sameSite("Lax")
            .httpOnly(true)
            .secure(request.isSecure())
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, CameFrom.path(request))
        .build();
  }
}
