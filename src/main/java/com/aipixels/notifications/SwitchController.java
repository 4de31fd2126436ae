package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/notification-settings")
class SwitchController {

  private final Notifications notifications;

  SwitchController(Notifications notifications) {
    this.notifications = notifications;
  }

  @GetMapping
  Switches switches(Viewer viewer) {
    return Switches.of(notifications.wanted(viewer.memberId()));
  }

  @PatchMapping
  Switches choose(Viewer viewer, @RequestBody Switches switches) {
    UserId reader = viewer.memberId();
    notifications.choose(reader, switches.turned(true), switches.turned(false));
    return Switches.of(notifications.wanted(reader));
  }
}
