package com.aipixels.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The house's clock, as buckets and caches read it.
record HouseTime(InstantSource clock) implements TimeMeter, Ticker {

  @Override
  public long currentTimeNanos() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }

  @Override
  public long read() {
    return currentTimeNanos();
  }
}
