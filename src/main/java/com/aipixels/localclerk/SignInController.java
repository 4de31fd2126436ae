package com.aipixels.localclerk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Signing in by name alone, and out again.
@StandIn
@RestController
@RequestMapping("/local-clerk")
class SignInController {

  private static final Logger log = LoggerFactory.getLogger(SignInController.class);

  private final LocalUsers users;
  private final SessionMint mint;

  SignInController(LocalUsers users, SessionMint mint) {
    this.users = users;
    this.mint = mint;
  }

  /// No other site may sign its visitors in or out here. Programs send no such header.
  @ModelAttribute
  void refuseOtherSites(
      @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String site) {
    if (!site.equals("same-origin") && !site.equals("none")) {
      throw new ClerkRefusal(403, "origin_invalid", "This is for pages of this site.", null);
    }
  }

  @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SignedIn> signIn(@RequestBody SignIn signIn, HttpServletRequest request) {
    SignedIn session = session(Username.of(signIn.username()), request);
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(session.token(), mint.lifetime()))
        .body(session);
  }

  @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Void> signInByForm(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request) {
    try {
      SignedIn session = session(Username.of(username), request);
      return seeOther(LocalPath.of(next), cookie(session.token(), mint.lifetime()));
    } catch (ClerkRefusal e) {
      return seeOther(URI.create("/sign-in?error=username"), null);
    }
  }

  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.SEE_OTHER)
  ResponseEntity<Void> signOut(@RequestParam(defaultValue = "/") String next) {
    return seeOther(LocalPath.of(next), cookie("", Duration.ZERO));
  }

  @ExceptionHandler
  ResponseEntity<ClerkErrors> refuse(ClerkRefusal refusal) {
    return refusal.answer();
  }

  private SignedIn session(Username username, HttpServletRequest request) {
    LocalUser user = users.signIn(username);
    log.info("signed in {}", user.id());
    return new SignedIn(user.id(), mint.sessionOf(user, origin(request)));
  }

  private static String origin(HttpServletRequest request) {
    return Objects.requireNonNullElseGet(
        request.getHeader(HttpHeaders.ORIGIN),
        () -> ServletUriComponentsBuilder.fromContextPath(request).toUriString());
  }

  private static ResponseEntity<Void> seeOther(URI path, @Nullable String cookie) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(path);
    return (cookie == null ? answer : answer.header(HttpHeaders.SET_COOKIE, cookie)).build();
  }

  private static String cookie(String token, Duration lifetime) {
    return ResponseCookie.from("__session", token)
        .path("/")
        .sameSite("Lax")
        .httpOnly(true)
        .maxAge(lifetime)
        .build()
        .toString();
  }

  record SignIn(@Nullable String username) {}

  record SignedIn(String userId, String token) {}
}
