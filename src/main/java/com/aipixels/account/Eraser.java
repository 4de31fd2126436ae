package com.aipixels.account;

import com.aipixels.identity.Departures;
import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Erases members batch by batch, each in turn, so that a large one holds up nobody. What a turn
/// does is safe to be done twice, and is done again where a process died over it.
@Component
class Eraser {

  private static final Logger log = LoggerFactory.getLogger(Eraser.class);

  /// How long a turn of a process that died is waited for.
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final ErasureTable table;
  private final List<MemberData> rooms;
  private final Departures departures;

  Eraser(ErasureTable table, List<MemberData> rooms, Departures departures) {
    this.table = table;
    this.rooms = rooms;
    this.departures = departures;
  }

  /// One batch of one member; false where nobody's turn has come.
  boolean takeTurn() {
    Optional<Erasure> due = table.claim(LEASE);
    due.ifPresent(this::goOnWith);
    return due.isPresent();
  }

  private void goOnWith(Erasure erasure) {
    try {
      advance(erasure);
    } catch (RuntimeException e) {
      // The message may name the member.
      log.warn("erasure {} will go on later: {}", erasure.name(), e.getClass().getSimpleName());
      table.putOff(erasure.member());
    }
  }

  /// Only a look that began when the member could not write any more, and found nothing, is the
  /// last.
  private void advance(Erasure erasure) {
    UserId member = erasure.member();
    if (rooms.stream().anyMatch(room -> room.forget(member))) {
      table.goOn(member);
    } else if (erasure.atClerk()) {
      removeAtClerk(erasure);
    } else if (erasure.settled()) {
      table.end(member);
      log.info("erasure {} ended", erasure.name());
    } else {
      table.restUntilSettled(member);
    }
  }

  private void removeAtClerk(Erasure erasure) {
    if (departures.deleteAtClerk(erasure.member())) {
      table.doneAtClerk(erasure.member());
    } else {
      table.putOff(erasure.member());
    }
  }
}
