package com.aipixels.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until a test turns it.
public final class TurnableClock implements InstantSource {

  private volatile Instant now;

  public TurnableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void turn(Duration forward) {
    now = now.plus(forward);
  }
}
