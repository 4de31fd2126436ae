package com.aipixels.account;

import com.aipixels.identity.SessionCookies;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class LeaveController {

  private final Goodbyes goodbyes;
  private final SessionCookies cookies;

  LeaveController(Goodbyes goodbyes, SessionCookies cookies) {
    this.goodbyes = goodbyes;
    this.cookies = cookies;
  }

  /// @param leavesAt until when one may return; null: not any more
  record Leaving(@Nullable Instant leavesAt) {}

  @DeleteMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Leaving> leave(Viewer viewer, @RequestParam(defaultValue = "false") boolean now) {
    Optional<Instant> end = end(viewer.memberId(), now);
    ResponseEntity.BodyBuilder answer = ResponseEntity.accepted();
    if (end.isEmpty()) {
      answer.header(HttpHeaders.SET_COOKIE, cookies.expired().toArray(String[]::new));
    }
    return answer.body(new Leaving(end.orElse(null)));
  }

  @PostMapping("/return")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void comeBack(Viewer viewer) {
    goodbyes.comeBack(viewer.memberId());
  }

  private Optional<Instant> end(UserId member, boolean now) {
    if (!now) {
      return goodbyes.leave(member);
    }
    goodbyes.leaveNow(member);
    return Optional.empty();
  }
}
