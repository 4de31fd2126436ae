package com.aipixels.generation;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class GenerationEventsController {

  private final Generations generations;
  private final GenerationStreams streams;

  GenerationEventsController(Generations generations, GenerationStreams streams) {
    this.generations = generations;
    this.streams = streams;
  }

  /// A reader that has seen the end is told 204, which is how an EventSource learns not to come
  /// back.
  @GetMapping(
      path = "/api/v1/generations/{id}/events",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      Viewer viewer,
      @PathVariable GenerationId id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    UserId member = viewer.memberId();
    Generation generation = generations.generation(member, id);
    int seen =
        lastEventId != null && lastEventId.matches("\\d{1,9}") ? Integer.parseInt(lastEventId) : 0;
    if (generation.state().isTerminal() && seen >= generation.version()) {
      return ResponseEntity.noContent().build();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(streams.stream(member, id, seen));
  }
}
