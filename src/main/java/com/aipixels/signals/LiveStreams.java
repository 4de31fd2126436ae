package com.aipixels.signals;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Streams of events that go on for as long as their reader listens: one virtual thread each, so
/// that a slow reader holds up nobody else.
@Component
public class LiveStreams implements SmartLifecycle {

  private final Set<Thread> open = ConcurrentHashMap.newKeySet();
  private volatile boolean started;

  /// What one reader is told.
  @FunctionalInterface
  public interface Story {

    /// Sends what is new. Asked again whenever the stream is called, so that a call that was missed
    /// is made good by the next.
    ///
    /// @return how long to wait for the next call; empty when all has been told
    Optional<Duration> tell(SseEmitter reader) throws IOException;
  }

  /// Opens a stream that listens to what a channel says of one thing.
  public SseEmitter open(Channel calls, String about, Story story) {
    SseEmitter reader = new SseEmitter(0L);
    Thread stream = Thread.ofVirtual().unstarted(() -> run(calls, about, story, reader));
    reader.onCompletion(stream::interrupt);
    open.add(stream);
    stream.start();
    return reader;
  }

  private void run(Channel calls, String about, Story story, SseEmitter reader) {
    Bell bell = new Bell();
    try (Watch _ = calls.watch(about, bell::ring)) {
      Optional<Duration> patience = story.tell(reader);
      while (started && patience.isPresent()) {
        if (!bell.await(patience.get())) {
          reader.send(SseEmitter.event().comment("still here"));
        }
        patience = story.tell(reader);
      }
      reader.complete();
    } catch (InterruptedException _) {
      end(reader);
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException _) {
      end(reader);
    } finally {
      open.remove(Thread.currentThread());
    }
  }

  /// Whatever the reason, the reader comes back by itself if it wants to hear more.
  private static void end(SseEmitter reader) {
    try {
      reader.complete();
    } catch (IllegalStateException _) {
      // The container noticed before us that the reader had gone.
    }
  }

  @Override
  public void start() {
    started = true;
  }

  /// Ends all streams before the web server waits for its requests.
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
