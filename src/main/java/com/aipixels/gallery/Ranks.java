package com.aipixels.gallery;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets pictures move up and down in the popular and trending feeds a moment after they were liked
/// or commented on, so that a like itself touches no index of theirs.
@Component
class Ranks {

  private static final int AT_ONCE = 20_000;

  private final RankTable table;

  Ranks(RankTable table) {
    this.table = table;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  void refresh() {
    table.refresh(AT_ONCE);
  }
}
