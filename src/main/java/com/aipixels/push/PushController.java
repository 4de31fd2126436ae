package com.aipixels.push;

import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/push-subscriptions")
class PushController {

  private static final int LONGEST_ENDPOINT = 2_000;

  private final Pushes pushes;

  PushController(Pushes pushes) {
    this.pushes = pushes;
  }

  /// @param applicationServerKey null where pushes are off
  record Browsers(@Nullable String applicationServerKey, List<Subscribed> items) {}

  /// As `PushSubscription.toJSON()` of a browser gives it, and the language of what it shows.
  record Wanted(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String endpoint,
      @Nullable Long expirationTime,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Keys keys,
      @Nullable String language) {

    Subscription subscription() {
      if (keys == null || keys.p256dh() == null || keys.auth() == null) {
        throw Problem.invalid("keys", "must be the keys of a push subscription");
      }
      return new Subscription(address(), keys.p256dh(), keys.auth());
    }

    private URI address() {
      try {
        if (endpoint != null && endpoint.length() <= LONGEST_ENDPOINT) {
          return new URI(endpoint);
        }
      } catch (URISyntaxException _) {
        // falls through to the one refusal
      }
      throw Problem.invalid("endpoint", "must be the address of a push service");
    }

    String spoken() {
      return language == null || !language.matches("[a-z]{2}") ? "ko" : language;
    }
  }

  record Keys(@Nullable String p256dh, @Nullable String auth) {}

  @GetMapping
  Browsers browsers(Viewer viewer) {
    return new Browsers(pushes.applicationServerKey().orElse(null), pushes.of(viewer.memberId()));
  }

  @PutMapping
  Subscribed subscribe(Viewer viewer, @RequestBody Wanted wanted) {
    return pushes.subscribe(viewer.memberId(), wanted.subscription(), wanted.spoken());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unsubscribe(Viewer viewer, @PathVariable long id) {
    pushes.unsubscribe(viewer.memberId(), id);
  }
}
