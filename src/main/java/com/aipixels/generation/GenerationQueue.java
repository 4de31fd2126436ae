package com.aipixels.generation;

import com.aipixels.database.Lane;
import com.aipixels.engines.ImageEngine;
import com.aipixels.signals.Bell;
import com.aipixels.signals.Channel;
import com.aipixels.signals.Signals;
import com.aipixels.signals.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes generations from the queue and has them made, as many at a time as the engine is worth.
/// Making is done on platform threads: a painter computes for a second without a pause, which would
/// starve the virtual ones.
@Component
class GenerationQueue implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(GenerationQueue.class);

  private final QueueTable queue;
  private final GenerationJob job;
  private final Signals signals;
  private final Channel changes;
  private final TransactionOperations transaction;
  private final GenerationSettings settings;
  private final int slots;
  private final Map<UUID, Thread> running = new ConcurrentHashMap<>();
  private final Bell bell = new Bell();
  private volatile ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean started;
  private volatile Watch calls = () -> {};

  GenerationQueue(
      QueueTable queue,
      GenerationJob job,
      Signals signals,
      TransactionOperations transaction,
      GenerationSettings settings,
      ImageEngine engine) {
    this.queue = queue;
    this.job = job;
    this.signals = signals;
    this.changes = signals.channel(QueueTable.CHANNEL);
    this.transaction = transaction;
    this.settings = settings;
    this.slots = engine.capabilities().parallelism();
  }

  @Override
  public void start() {
    started = true;
    threads = Executors.newCachedThreadPool(Thread.ofPlatform().name("generation-", 0).factory());
    calls = changes.watchAll(bell::ring);
    // Whoever makes pictures may wait for a lock; what they hold must be kept meanwhile.
    threads.execute(() -> Lane.VITAL.run(this::dispatch));
    threads.execute(() -> Lane.VITAL.run(this::keepLeases));
  }

  /// Stops taking, interrupts what is being made and hands it back, so that another process goes on
  /// at once.
  @Override
  public void stop() {
    started = false;
    calls.close();
    bell.ring();
    running.values().forEach(Thread::interrupt);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("Stopped with {} generations in hand; their leases will expire", running.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  private void dispatch() {
    while (started) {
      try {
        if (claimAndStart() == 0) {
          bell.await(settings.poll());
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        log.warn("Could not look at the queue, trying again: {}", e.toString());
        pause(settings.poll());
      }
    }
  }

  private int claimAndStart() {
    int free = slots - running.size();
    if (free <= 0 || !signals.isAlive()) {
      return 0;
    }
    List<Claim> claims =
        transaction.execute(_ -> {
          queue.takeTurn();
          return queue.claim(
              signals.worker(), free, running.keySet(), settings.perMember(), settings.lease());
        });
    claims.forEach(this::begin);
    return claims.size();
  }

  private void begin(Claim claim) {
    UUID id = claim.id().value();
    running.put(id, Thread.currentThread());
    threads.execute(() -> {
      running.put(id, Thread.currentThread());
      try {
        job.run(claim);
      } finally {
        running.remove(id);
        bell.ring();
      }
    });
  }

  private void keepLeases() {
    Duration pause = settings.lease().dividedBy(4);
    while (started && pause(pause)) {
      try {
        queue.renew(signals.worker(), settings.lease());
      } catch (RuntimeException e) {
        log.warn("Could not renew the leases, trying again: {}", e.toString());
      }
    }
  }

  private static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
