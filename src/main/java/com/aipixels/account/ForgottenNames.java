package com.aipixels.account;

import com.aipixels.identity.Leavers;
import com.aipixels.identity.People;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets every process forget the names of those who have just left, or are about to, whichever
/// process heard of it.
@Component
class ForgottenNames {

  private static final Logger log = LoggerFactory.getLogger(ForgottenNames.class);

  private final ErasureTable table;
  private final Leavers leavers;
  private final People people;

  ForgottenNames(ErasureTable table, Leavers leavers, People people) {
    this.table = table;
    this.leavers = leavers;
    this.people = people;
  }

  /// At a rate, because that gives each run a thread of its own: no long sweep holds it up.
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void forget() {
    try {
      people.forget(table.open());
      people.forget(leavers.newest());
    } catch (DataAccessException e) {
      log.debug("Names are forgotten later: {}", e.getMessage());
    }
  }
}
