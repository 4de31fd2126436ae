package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.signals.Channel;
import com.aipixels.signals.LiveStreams;
import com.aipixels.signals.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/// What members hear while they look.
@Component
class NotificationStreams {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int AT_ONCE = 20;

  private final Notifications notifications;
  private final InboxTable inboxes;
  private final Channel inboxCalls;
  private final LiveStreams streams;

  NotificationStreams(
      Notifications notifications, InboxTable inboxes, Signals signals, LiveStreams streams) {
    this.notifications = notifications;
    this.inboxes = inboxes;
    this.inboxCalls = signals.channel("notifications");
    this.streams = streams;
  }

  /// Streams the latest of what came after a place, and how much is unread whenever that changes.
  SseEmitter stream(UserId reader, long seen) {
    return streams.open(inboxCalls, reader.value(), new News(reader, seen));
  }

  private final class News implements LiveStreams.Story {

    private final UserId member;
    private long place;
    private int unread = -1;

    News(UserId member, long seen) {
      this.member = member;
      this.place = seen;
    }

    @Override
    public Optional<Duration> tell(SseEmitter reader) throws IOException {
      if (inboxes.hasLeft(member)) {
        return Optional.empty();
      }
      for (Notification news : notifications.after(new Viewer.Member(member), place, AT_ONCE)) {
        place = news.position();
        reader.send(event("notification", news));
      }
      int now = notifications.unread(member);
      if (now != unread) {
        unread = now;
        reader.send(event("unread", new Unread(now)));
      }
      return Optional.of(HEARTBEAT);
    }

    private SseEventBuilder event(String name, Object data) {
      return SseEmitter.event()
          .id(Long.toString(place))
          .name(name)
          .data(data, MediaType.APPLICATION_JSON);
    }
  }
}
