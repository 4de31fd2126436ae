package com.aipixels.web;

import com.aipixels.notifications.Notification;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member's inbox.
public record MyNotificationsModel(Chrome chrome, Slice<Notification> notifications)
    implements PageModel {

  @Override
  public String template() {
    return "my-notifications.jte";
  }

  public boolean anyUnread() {
    return notifications.items().stream().anyMatch(notification -> !notification.read());
  }

  /// The highest position on this page; 0 where it is empty.
  public long upTo() {
    return notifications.items().stream().mapToLong(Notification::position).max().orElse(0);
  }

  public @Nullable String next() {
    String cursor = notifications.nextCursor();
    return cursor == null ? null : new Link("/me/notifications").and("cursor", cursor).toString();
  }
}
