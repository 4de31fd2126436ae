package com.aipixels.generation;

import com.aipixels.identity.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Live progress: one virtual thread per open stream writes what changed, so that a slow reader
/// holds up nobody else.
@Component
class GenerationStreams implements SmartLifecycle {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration QUEUE_LOOK = Duration.ofSeconds(2);

  private final Generations generations;
  private final Signals signals;
  private final Set<Thread> open = ConcurrentHashMap.newKeySet();
  private volatile boolean started;

  GenerationStreams(Generations generations, Signals signals) {
    this.generations = generations;
    this.signals = signals;
  }

  /// Streams everything after the version the reader has seen, until the end of the generation.
  SseEmitter stream(UserId member, GenerationId id, int seenVersion) {
    SseEmitter emitter = new SseEmitter(0L);
    Thread stream = Thread.ofVirtual().unstarted(() -> write(emitter, member, id, seenVersion));
    emitter.onCompletion(stream::interrupt);
    open.add(stream);
    stream.start();
    return emitter;
  }

  private void write(SseEmitter emitter, UserId member, GenerationId id, int seenVersion) {
    Bell bell = new Bell();
    try (Signals.Watch _ = signals.watch(id.value(), bell::ring)) {
      Generation shown = null;
      while (started) {
        Generation now = generations.generation(member, id);
        if (isNews(now, shown, seenVersion)) {
          emitter.send(event(now));
          shown = now;
        }
        if (now.state().isTerminal()) {
          break;
        }
        boolean waiting = now.state() instanceof Generation.Queued;
        if (!bell.await(waiting ? QUEUE_LOOK : HEARTBEAT)) {
          emitter.send(SseEmitter.event().comment("still here"));
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException _) {
      emitter.complete();
    } catch (InterruptedException _) {
      emitter.complete();
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      emitter.completeWithError(e);
    } finally {
      open.remove(Thread.currentThread());
    }
  }

  private static boolean isNews(Generation now, @Nullable Generation shown, int seenVersion) {
    return shown == null
        ? now.version() > seenVersion
        : now.version() > shown.version() || !now.state().equals(shown.state());
  }

  private static SseEmitter.SseEventBuilder event(Generation generation) {
    return SseEmitter.event()
        .id(Integer.toString(generation.version()))
        .name("generation")
        .data(GenerationAnswer.of(generation), MediaType.APPLICATION_JSON);
  }

  @Override
  public void start() {
    started = true;
  }

  /// Ends all streams before the web server waits for its requests; browsers come back by
  /// themselves.
  @Override
  public void stop() {
    started = false;
    open.forEach(Thread::interrupt);
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
