package com.aipixels.push;

import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Notification;
import com.aipixels.notifications.Notifications;
import com.aipixels.push.PushSender.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Tells browsers of the latest unread news of their members, as those may see it at the moment.
/// What is told twice is shown once, under the same tag.
final class Pusher {

  private static final Logger log = LoggerFactory.getLogger(Pusher.class);
  private static final int AT_ONCE = 32;
  private static final int MOST_ATTEMPTS = 6;

  private final PushTable table;
  private final Notifications notifications;
  private final PushText text;
  private final PushSender sender;
  private final JsonMapper json;

  Pusher(
      PushTable table,
      Notifications notifications,
      PushText text,
      PushSender sender,
      JsonMapper json) {
    this.table = table;
    this.notifications = notifications;
    this.text = text;
    this.sender = sender;
    this.json = json;
  }

  /// What the service worker of the pages is given.
  record Shown(String body, @Nullable String url, String tag, int unread) {}

  /// False where nothing was due.
  boolean takeTurn() {
    List<Device> due = table.claim(AT_ONCE);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(device -> senders.execute(() -> tell(device)));
    }
    return !due.isEmpty();
  }

  private void tell(Device device) {
    try {
      Optional<Notification> latest = latest(device);
      if (latest.isEmpty()) {
        table.settle(device, device.toldUpTo());
      } else {
        settle(
            device, latest.get(), sender.send(shown(device, latest.get()), device.subscription()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Its turn comes again; the message may name a member.
      log.warn("A push failed: {}", e.getClass().getSimpleName());
    }
  }

  private Optional<Notification> latest(Device device) {
    return notifications.after(new Viewer.Member(device.member()), device.toldUpTo(), 1).stream()
        .filter(news -> !news.read())
        .findFirst();
  }

  private byte[] shown(Device device, Notification news) {
    PushMessage message = text.of(news, device.language());
    return json.writeValueAsBytes(
        new Shown(
            message.body(),
            message.url(),
            "news-" + news.id(),
            notifications.unread(device.member())));
  }

  private void settle(Device device, Notification told, Outcome outcome) {
    switch (outcome) {
      case Outcome.Taken _ -> table.settle(device, told.position());
      case Outcome.Gone _ -> table.remove(device);
      case Outcome.Later(Optional<Duration> pause) -> {
        if (device.attempts() >= MOST_ATTEMPTS) {
          table.settle(device, told.position());
        } else {
          pause.ifPresent(wanted -> table.postpone(device, wanted));
        }
      }
    }
  }
}
