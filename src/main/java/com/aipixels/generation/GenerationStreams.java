package com.aipixels.generation;

import com.aipixels.identity.UserId;
import com.aipixels.signals.Channel;
import com.aipixels.signals.LiveStreams;
import com.aipixels.signals.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Live progress.
@Component
class GenerationStreams {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration QUEUE_LOOK = Duration.ofSeconds(2);

  private final Generations generations;
  private final Channel changes;
  private final LiveStreams streams;

  GenerationStreams(Generations generations, Signals signals, LiveStreams streams) {
    this.generations = generations;
    this.changes = signals.channel(QueueTable.CHANNEL);
    this.streams = streams;
  }

  /// Streams everything after the version the reader has seen, until the end of the generation.
  SseEmitter stream(UserId member, GenerationId id, int seenVersion) {
    return streams.open(changes, id.toString(), new Progress(member, id, seenVersion));
  }

  private final class Progress implements LiveStreams.Story {

    private final UserId member;
    private final GenerationId id;
    private final int seenVersion;
    private @Nullable Generation shown;

    Progress(UserId member, GenerationId id, int seenVersion) {
      this.member = member;
      this.id = id;
      this.seenVersion = seenVersion;
    }

    @Override
    public Optional<Duration> tell(SseEmitter reader) throws IOException {
      Generation now = generations.generation(member, id);
      if (isNews(now)) {
        reader.send(event(now));
        shown = now;
      }
      return switch (now.state()) {
        case Generation.State state when state.isTerminal() -> Optional.empty();
        case Generation.Queued _ -> Optional.of(QUEUE_LOOK);
        default -> Optional.of(HEARTBEAT);
      };
    }

    private boolean isNews(Generation now) {
      return shown == null
          ? now.version() > seenVersion
          : now.version() > shown.version() || !now.state().equals(shown.state());
    }
  }

  private static SseEmitter.SseEventBuilder event(Generation generation) {
    return SseEmitter.event()
        .id(Integer.toString(generation.version()))
        .name("generation")
        .data(GenerationAnswer.of(generation), MediaType.APPLICATION_JSON);
  }
}
