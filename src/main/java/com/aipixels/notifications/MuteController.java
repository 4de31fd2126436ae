package com.aipixels.notifications;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MuteController {

  private final Mutes mutes;

  MuteController(Mutes mutes) {
    this.mutes = mutes;
  }

  record Muted(boolean isMuted) {}

  @PutMapping("/users/{userId}/mute")
  Muted mute(Viewer viewer, @PathVariable UserId userId) {
    mutes.mute(viewer, userId);
    return new Muted(true);
  }

  @DeleteMapping("/users/{userId}/mute")
  Muted unmute(Viewer viewer, @PathVariable UserId userId) {
    mutes.unmute(viewer, userId);
    return new Muted(false);
  }

  @GetMapping("/me/mutes")
  Slice<PersonCard> mutes(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return mutes.of(viewer, new PageRequest(limit, cursor));
  }
}
