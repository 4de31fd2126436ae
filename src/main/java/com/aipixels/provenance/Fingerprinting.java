package com.aipixels.provenance;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the fingerprints up with the pictures, whoever hangs them, within a second. Looking
/// computes without a pause and thus has a platform thread.
@Component
class Fingerprinting implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Fingerprinting.class);
  private static final int POLL_MILLIS = 1_000;

  private final Fingerprints fingerprints;
  private final Semaphore end = new Semaphore(0);
  private volatile Thread thread = new Thread();
  private volatile boolean started;

  Fingerprinting(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  @Override
  public void start() {
    started = true;
    thread = Thread.ofPlatform().name("fingerprints").daemon().start(this::run);
  }

  @Override
  public void stop() {
    started = false;
    end.release();
    try {
      if (!thread.join(Duration.ofSeconds(10))) {
        log.warn("Stopped in the middle of a look; the next process does it again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  private void run() {
    try {
      while (started) {
        takeAll();
        end.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeAll() {
    try {
      boolean more = true;
      while (started && more) {
        more = fingerprints.takeSome();
      }
    } catch (RuntimeException e) {
      log.warn("Could not look at pictures, trying again: {}", e.toString());
    }
  }
}
