package com.aipixels.turns;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets one kind of work take its turns for as long as the service runs, with a breath after each
/// for everybody else.
public final class Turns implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Turns.class);
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final Duration TROUBLE = Duration.ofSeconds(1);
  private static final Duration FINISH = Duration.ofSeconds(10);

  private final String name;
  private final Duration idle;
  private final BooleanSupplier turn;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

  /// @param name of the work, in logs
  /// @param idle how long is waited when there was nothing to do
  /// @param turn does one piece of work, and says whether there was any; done again when it fails
  public Turns(String name, Duration idle, BooleanSupplier turn) {
    this.name = name;
    this.idle = idle;
    this.turn = turn;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    worker = Thread.ofVirtual().name(name).start(this::work);
  }

  /// Waits for the turn at hand instead of interrupting it; what takes longer is begun again by
  /// whoever comes next.
  @Override
  public void stop() {
    stopped.countDown();
    try {
      worker.join(FINISH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void work() {
    Duration pause = BREATH;
    while (!waitedForStop(pause)) {
      pause = takeTurn();
    }
  }

  private Duration takeTurn() {
    try {
      return turn.getAsBoolean() ? BREATH : idle;
    } catch (RuntimeException e) {
      // The message may name a member.
      log.warn("{} will go on later: {}", name, e.getClass().getSimpleName());
      return TROUBLE;
    }
  }

  private boolean waitedForStop(Duration longest) {
    try {
      return stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
