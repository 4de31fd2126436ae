package com.aipixels.gallery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the search index up with the pictures: at once with what this process publishes, within a
/// second with what anybody else writes. The analysis computes without a pause and thus has a
/// platform thread.
@Component
class SearchIndexing implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SearchIndexing.class);
  private static final int POLL_MILLIS = 1_000;

  private final SearchIndex index;
  private final SearchAnalyser analyser;
  private final Semaphore calls = new Semaphore(0);
  private volatile Thread thread = new Thread();
  private volatile boolean started;

  SearchIndexing(SearchIndex index, SearchAnalyser analyser) {
    this.index = index;
    this.analyser = analyser;
  }

  @Override
  public void start() {
    started = true;
    thread = Thread.ofPlatform().name("search").daemon().start(this::run);
  }

  @Override
  public void stop() {
    started = false;
    wake();
    try {
      if (!thread.join(Duration.ofSeconds(10))) {
        log.warn("Stopped in the middle of an analysis; the next process does it again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  void wake() {
    calls.release();
  }

  private void run() {
    analyser.warmUp();
    try {
      while (started) {
        analyseAll();
        calls.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        calls.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void analyseAll() {
    try {
      boolean more = true;
      while (started && more) {
        more = index.analyseSome();
      }
    } catch (RuntimeException e) {
      log.warn("Could not keep the search index, trying again: {}", e.toString());
    }
  }
}
