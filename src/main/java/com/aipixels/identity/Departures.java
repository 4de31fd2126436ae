package com.aipixels.identity;

import com.aipixels.database.Lane;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Members who left for good. From then on their tokens are refused, their names are not shown, and
/// whoever signs in again at Clerk is somebody else.
@Component
public class Departures {

  /// How long another process may take somebody for a member who has just left.
  private static final Duration STALE = Duration.ofSeconds(1);

  private static final int REMEMBERED = 50_000;

  private final DepartedTable table;
  private final People people;
  private final ClerkApi clerk;
  private final ApplicationEventPublisher events;
  private final Cache<UserId, Boolean> departed;

  Departures(
      DepartedTable table,
      People people,
      ClerkApi clerk,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.table = table;
    this.people = people;
    this.clerk = clerk;
    this.events = events;
    this.departed =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(STALE)
            .build();
  }

  /// Lets a member go, as often as it is said, and publishes [MemberLeft] each time, so that what a
  /// first erasure may have missed is erased by the next.
  @Transactional
  public void depart(UserId member) {
    table.add(member);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            departed.put(member, true);
            people.forget(Set.of(member));
          }
        });
    events.publishEvent(new MemberLeft(member));
  }

  public boolean hasDeparted(UserId member) {
    // Everybody is asked for, and those of one member wait for each other.
    return departed.get(member, id -> !Lane.VITAL.call(() -> table.among(Set.of(id))).isEmpty());
  }

  /// Removes the user at Clerk, to be called outside of transactions; false when Clerk is to be
  /// asked again later.
  public boolean deleteAtClerk(UserId member) {
    try {
      clerk.delete(member);
      return true;
    } catch (ClerkAway e) {
      return false;
    }
  }
}
