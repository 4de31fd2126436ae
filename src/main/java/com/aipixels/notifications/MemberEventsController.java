package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class MemberEventsController {

  private final NotificationStreams streams;
  private final NotificationQueries queries;

  MemberEventsController(NotificationStreams streams, NotificationQueries queries) {
    this.streams = streams;
    this.queries = queries;
  }

  @GetMapping(path = "/api/v1/me/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      Viewer viewer,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    UserId reader = viewer.memberId();
    long seen =
        lastEventId != null && lastEventId.matches("\\d{1,18}")
            ? Long.parseLong(lastEventId)
            : queries.newestPlace(reader);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(streams.stream(reader, seen));
  }
}
