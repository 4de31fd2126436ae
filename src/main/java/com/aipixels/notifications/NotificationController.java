package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class NotificationController {

  private final Notifications notifications;

  NotificationController(Notifications notifications) {
    this.notifications = notifications;
  }

  record Read(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Long upTo) {}

  @GetMapping("/notifications")
  Slice<Notification> notifications(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return notifications.of(viewer, new PageRequest(limit, cursor));
  }

  @PostMapping("/notifications/read")
  Unread read(Viewer viewer, @RequestBody Read read) {
    UserId reader = viewer.memberId();
    if (read.upTo() == null) {
      throw Problem.invalid("upTo", "must be the position of a notification");
    }
    notifications.read(reader, read.upTo());
    return new Unread(notifications.unread(reader));
  }
}
