package com.aipixels.identity;

import com.aipixels.database.Lane;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Names and faces of members. They live in Clerk; here they are remembered for ten minutes, and
/// beyond that while Clerk is away or slow.
@Component
public class People {

  private static final Logger log = LoggerFactory.getLogger(People.class);

  private static final int REMEMBERED = 20_000;
  private static final Duration KNOWN = Duration.ofMinutes(10);
  private static final Duration UNKNOWN_TO_CLERK = Duration.ofMinutes(1);
  private static final Duration CLERK_AWAY = Duration.ofSeconds(5);

  private final ClerkApi clerk;
  private final PeopleTable lastKnown;
  private final DepartedTable departed;
  private final Duration patience;
  private final AsyncCache<UserId, Remembered> cache;

  People(
      ClerkApi clerk,
      PeopleTable lastKnown,
      DepartedTable departed,
      IdentitySettings settings,
      InstantSource clock) {
    this.clerk = clerk;
    this.lastKnown = lastKnown;
    this.departed = departed;
    this.patience = settings.patience();
    // Pages wait for what is asked here.
    Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(Expiry.<UserId, Remembered>creating((_, person) -> person.lifetime()))
            .executor(task -> threads.execute(() -> Lane.READS.run(task)))
            .buildAsync();
  }

  /// A card for every id, whatever the state of Clerk, within a fraction of a second; members of
  /// whom nothing is known get a neutral name. Ask once for all the ids of a page, and outside of
  /// transactions: Clerk may be asked over the network.
  public Map<UserId, PersonCard> cards(Collection<UserId> ids) {
    Map<UserId, PersonCard> cards = HashMap.newHashMap(ids.size());
    Set<UserId> others = new LinkedHashSet<>();
    for (UserId id : ids) {
      CompletableFuture<Remembered> person = cache.getIfPresent(id);
      if (person != null && person.state() == Future.State.SUCCESS) {
        cards.put(id, person.resultNow().card());
      } else {
        others.add(id);
      }
    }
    if (!others.isEmpty()) {
      known(others).forEach((id, person) -> cards.put(id, person.card()));
    }
    return cards;
  }

  /// One member with what they may do beyond the others, both as of one moment, within the same
  /// time as [#cards]; while Clerk is away that is nothing.
  public Member member(UserId id) {
    Remembered person = Objects.requireNonNull(known(Set.of(id)).get(id));
    return new Member(person.card(), person.roles());
  }

  /// Makes sure that the next card of each is made of what is known by then.
  public void forget(Collection<UserId> ids) {
    cache.synchronous().invalidateAll(ids);
  }

  private Map<UserId, Remembered> known(Set<UserId> wanted) {
    CompletableFuture<Map<UserId, Remembered>> asked = cache.getAll(wanted, this::ask);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return remembered(lastKnown(wanted).values(), CLERK_AWAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return remembered(lastKnown(wanted).values(), CLERK_AWAY);
    }
  }

  private Map<UserId, Remembered> ask(Set<? extends UserId> ids) {
    try {
      List<ClerkUser> known = fetch(staying(ids));
      keep(known);
      Map<UserId, Remembered> people = remembered(neutral(ids).values(), UNKNOWN_TO_CLERK);
      for (ClerkUser user : known) {
        PersonCard card = user.card();
        people.put(card.userId(), new Remembered(card, user.roles(), KNOWN));
      }
      return people;
    } catch (ClerkAway e) {
      log.warn("{} members shown as last known: {}", ids.size(), e.getMessage());
      return remembered(lastKnown(ids).values(), CLERK_AWAY);
    }
  }

  private Set<UserId> staying(Set<? extends UserId> ids) {
    Set<UserId> staying = new LinkedHashSet<>(ids);
    staying.removeAll(departed.orLeaving(ids));
    return staying;
  }

  private List<ClerkUser> fetch(Set<UserId> ids) {
    List<UserId> possible = ids.stream().filter(ClerkApi::canName).toList();
    List<ClerkUser> users = new ArrayList<>();
    for (int from = 0; from < possible.size(); from += ClerkApi.USERS_PER_REQUEST) {
      int to = Math.min(possible.size(), from + ClerkApi.USERS_PER_REQUEST);
      users.addAll(clerk.users(possible.subList(from, to)));
    }
    return users;
  }

  /// Names that could not be kept are shown all the same.
  private void keep(List<ClerkUser> users) {
    try {
      lastKnown.remember(users);
    } catch (DataAccessException e) {
      log.warn("{} names not kept: {}", users.size(), e.getClass().getSimpleName());
    }
  }

  private Map<UserId, PersonCard> lastKnown(Collection<? extends UserId> ids) {
    Map<UserId, PersonCard> cards = neutral(ids);
    lastKnown.find(ids).forEach(card -> cards.put(card.userId(), card));
    return cards;
  }

  private static Map<UserId, PersonCard> neutral(Collection<? extends UserId> ids) {
    return new HashMap<>(
        ids.stream().collect(Collectors.toMap(Function.identity(), ClerkUser::neutralCard)));
  }

  private static Map<UserId, Remembered> remembered(
      Collection<PersonCard> cards, Duration lifetime) {
    return new HashMap<>(
        cards.stream()
            .collect(
                Collectors.toMap(
                    PersonCard::userId, card -> new Remembered(card, Set.of(), lifetime))));
  }

  private record Remembered(PersonCard card, Set<String> roles, Duration lifetime) {}
}
