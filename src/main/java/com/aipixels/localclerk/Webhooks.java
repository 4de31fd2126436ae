package com.aipixels.localclerk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends what happened to users until it is taken, as Clerk does: at once, then ever more rarely,
/// and in no order. Deletions are sent on after a restart.
class Webhooks implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  /// Clerk's schedule, made shorter for a machine that is its own subscriber.
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  private final Outbox outbox;
  private final Subscriber subscriber;
  private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean started;

  Webhooks(Outbox outbox, Subscriber subscriber) {
    this.outbox = outbox;
    this.subscriber = subscriber;
  }

  void send(LocalEvent event) {
    outbox.keep(event);
    threads.execute(() -> deliver(event));
  }

  private void deliver(LocalEvent event) {
    try {
      for (Duration pause : PAUSES) {
        if (subscriber.takes(event)) {
          outbox.acknowledged(event);
          return;
        }
        Thread.sleep(pause);
      }
      log.warn("webhook {} was never taken", event.id());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// After the web server has begun to listen.
  @Override
  public void start() {
    started = true;
    threads = Executors.newVirtualThreadPerTaskExecutor();
    outbox.waiting().forEach(event -> threads.execute(() -> deliver(event)));
  }

  @Override
  public void stop() {
    started = false;
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
