package com.aipixels.account;

import com.aipixels.identity.Leavers;
import com.aipixels.identity.UserId;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Begins the erasure of those who did not return in time.
@Component
class GraceEnd {

  private static final Logger log = LoggerFactory.getLogger(GraceEnd.class);

  private final Leavers leavers;
  private final Steps steps;

  GraceEnd(Leavers leavers, Steps steps) {
    this.leavers = leavers;
    this.steps = steps;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      for (UserId member : leavers.due()) {
        steps.endGrace(member);
      }
    } catch (DataAccessException e) {
      log.warn("Leavers are let go later: {}", e.getClass().getSimpleName());
    }
  }
}
