package com.aipixels.identity;

import com.aipixels.database.Lane;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Members who are about to leave. Until the day comes nobody sees them or hears their names, they
/// do nothing here, and they may return.
@Component
public class Leavers {

  /// How long another process may overlook that somebody is leaving or has returned.
  private static final Duration STALE = Duration.ofSeconds(1);

  private static final int REMEMBERED = 50_000;
  private static final int AT_ONCE = 1_000;

  private final LeaverTable table;
  private final People people;
  private final Cache<UserId, Boolean> leaving;

  Leavers(LeaverTable table, People people, InstantSource clock) {
    this.table = table;
    this.people = people;
    this.leaving =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(STALE)
            .build();
  }

  /// Begins the time in which a member may return, and gives its end. Whoever says it twice has no
  /// longer time.
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant begin(UserId member, Duration grace) {
    afterCommit(member);
    return table.add(member, grace);
  }

  /// Ends it, because they return or want no more of it; false where it had not begun.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean end(UserId member) {
    afterCommit(member);
    return table.remove(member);
  }

  /// Ends it where it is over.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean endWhereDue(UserId member) {
    afterCommit(member);
    return table.removeDue(member);
  }

  /// Whether a member is leaving; if so, they do not return before the transaction ends.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hold(UserId member) {
    return table.hold(member);
  }

  public boolean isLeaving(UserId member) {
    return leaving.get(member, id -> Lane.VITAL.call(() -> table.leavesAt(id)).isPresent());
  }

  /// The end of the time in which a member may return; empty for whoever is not leaving.
  public Optional<Instant> leavesAt(UserId member) {
    return table.leavesAt(member);
  }

  /// Some of those who did not return in time.
  public List<UserId> due() {
    return table.due(AT_ONCE);
  }

  /// Those who may still be known by name to this process, whichever process they told.
  public List<UserId> newest() {
    return table.newest(AT_ONCE);
  }

  private void afterCommit(UserId member) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            leaving.invalidate(member);
            people.forget(Set.of(member));
          }
        });
  }
}
