package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/// Pages go on with the names last known, and hardly later, whatever becomes of Clerk.
class ClerkAwayTest {

  private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.freshlyMigrated());
  private static final List<UserId> PAGE =
      IntStream.range(0, 100).mapToObj(n -> new UserId("user_on_page_" + n)).toList();

  /// Less than Clerk takes, however busy the machine; how long a page really waits is measured in
  /// `bench/clerk-away`.
  private static final Duration BEARABLE = Duration.ofSeconds(3);

  private static final Pattern ID = Pattern.compile("user_id=([^&]+)");

  private final TurnableClock clock = new TurnableClock(TokenFixture.NOW);
  private final FakeClerk clerk = new FakeClerk();

  record Trouble(String name, Consumer<FakeClerk> begin) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Trouble> troubles() {
    return Stream.of(
        new Trouble("refuses connections", FakeClerk::goes),
        new Trouble("answers 429", clerk -> clerk.refusesFor("30")),
        new Trouble("takes 5 s", clerk -> clerk.takes(Duration.ofSeconds(5))));
  }

  @AfterEach
  void close() {
    clerk.close();
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aPageShowsTheNamesLastKnownAndHardlyWaits(Trouble trouble) {
    PAGE.forEach(id -> clerk.knows(id.value(), "\"username\": \"known_%s\"".formatted(id)));
    await()
        .untilAsserted(() ->
            assertThat(freshPeople().cards(PAGE).values())
                .allMatch(card -> card.username() != null));
    trouble.begin().accept(clerk);
    var people = freshPeople();

    for (var view = 0; view < 3; view++) {
      var begun = System.nanoTime();
      var cards = people.cards(PAGE);
      var waited = Duration.ofNanos(System.nanoTime() - begun);

      assertThat(waited).isLessThan(BEARABLE);
      assertThat(cards).hasSize(100);
      assertThat(cards.values())
          .allSatisfy(card -> assertThat(card.displayName()).isEqualTo("known_" + card.userId()));
    }
  }

  @Test
  void sixtyFourReadersOfOnePageAskClerkOnceForEachMember() throws Exception {
    PAGE.forEach(id -> clerk.knows(id.value(), "\"username\": \"known_%s\"".formatted(id)));
    clerk.stalls();
    var people = freshPeople();
    var ready = new CountDownLatch(64);

    var readers = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var reader = 0; reader < 64; reader++) {
        readers.add(
            threads.submit(() -> {
              ready.countDown();
              ready.await();
              return people.cards(PAGE);
            }));
      }
    }
    for (var reader : readers) {
      reader.get();
    }
    clerk.recovers();

    await()
        .untilAsserted(() ->
            assertThat(people.cards(PAGE).values()).allMatch(card -> card.username() != null));
    assertThat(idsAskedFor())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(PAGE.stream().map(UserId::value).toList());
  }

  /// Readers who come at the very same moment may share one page out among two questions.
  private List<String> idsAskedFor() {
    return clerk.questions().stream()
        .flatMap(question -> ID.matcher(question.toString()).results())
        .map(asked -> asked.group(1))
        .toList();
  }

  /// As after a restart: nothing remembered but what is in the database.
  private People freshPeople() {
    var settings = clerk.settings();
    var instance = new ClerkInstance(settings, new OwnAddress(new StandardEnvironment()));
    var api = new ClerkApi(instance, settings, RestClient.builder(), clock);
    return new People(api, new PeopleTable(DATABASE), new DepartedTable(DATABASE), settings, clock);
  }
}
