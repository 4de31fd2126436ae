package com.aipixels.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Finds members who left Clerk without our hearing of it. Somebody departs who is missing in two
/// nights and whom Clerk, asked for by name, does not know.
class Reconciliation {

  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  /// Almost a day, because no two nights begin at the same second.
  private static final Duration TWO_NIGHTS = Duration.ofHours(20);

  private final KnownMembers members;
  private final PatientClerk clerk;
  private final MissingTable table;
  private final DepartedTable departed;
  private final Departures departures;
  private final OneAtATime lock;
  private final InstantSource clock;

  Reconciliation(
      KnownMembers members,
      PatientClerk clerk,
      MissingTable table,
      DepartedTable departed,
      Departures departures,
      OneAtATime lock,
      InstantSource clock) {
    this.members = members;
    this.clerk = clerk;
    this.table = table;
    this.departed = departed;
    this.departures = departures;
    this.lock = lock;
    this.clock = clock;
  }

  @Scheduled(cron = "0 40 4 * * *", zone = "Asia/Seoul")
  void run() {
    lock.run(() -> {
      try {
        reconcile();
      } catch (ClerkAway e) {
        log.warn("reconciliation given up until tomorrow: {}", e.getMessage());
      }
    });
  }

  private void reconcile() {
    RollCall call = new RollCall();
    members.forEachBatch(batch -> {
      List<UserId> staying = staying(batch);
      if (!staying.isEmpty()) {
        table.found(call.call(staying, clerk));
      }
    });
    if (call.isCredible()) {
      depart(call.missing());
    } else {
      log.error(
          "reconciliation void: Clerk does not know {} of {} members; is this its key?",
          call.missing().size(),
          call.called());
    }
  }

  /// Whoever left before and of whom something is there again is erased again.
  private List<UserId> staying(List<UserId> batch) {
    Set<UserId> staying = new LinkedHashSet<>(batch);
    Set<UserId> left = departed.among(batch);
    left.forEach(departures::depart);
    staying.removeAll(left);
    return staying.stream().filter(ClerkApi::canName).toList();
  }

  private void depart(List<UserId> missing) {
    Instant now = clock.instant();
    table.missed(missing, now);
    int gone = 0;
    for (UserId member : table.missedSince(now.minus(TWO_NIGHTS), missing)) {
      if (!clerk.knows(member)) {
        departures.depart(member);
        gone++;
      }
    }
    log.info("reconciliation: {} members missing, {} of them have left", missing.size(), gone);
  }
}
