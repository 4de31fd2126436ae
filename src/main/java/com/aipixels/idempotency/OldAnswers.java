package com.aipixels.idempotency;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets go of answers that nobody asks for any more.
@Component
class OldAnswers {

  private static final Logger log = LoggerFactory.getLogger(OldAnswers.class);

  private final AnswerTable table;

  OldAnswers(AnswerTable table) {
    this.table = table;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    int removed = table.removeOld();
    if (removed > 0) {
      log.info("removed {} answers older than two days", removed);
    }
  }
}
