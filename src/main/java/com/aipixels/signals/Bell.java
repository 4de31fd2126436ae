package com.aipixels.signals;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Waiting that somebody else may end early. Rings before the wait count; several count once.
public final class Bell {

  private final Semaphore rings = new Semaphore(0);

  public void ring() {
    rings.release();
  }

  /// True where it rang, false where the time passed.
  public boolean await(Duration longest) throws InterruptedException {
    boolean rang = rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    rings.drainPermits();
    return rang;
  }
}
