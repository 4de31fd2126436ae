package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.TestDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

class PeopleTest {

  private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.freshlyMigrated());

  private final TurnableClock clock = new TurnableClock(TokenFixture.NOW);
  private final FakeClerk clerk = new FakeClerk();
  private final People people = freshPeople();

  @AfterEach
  void close() {
    clerk.close();
  }

  @Test
  void namesMembersAsClerkDoes() {
    clerk.knows(
        "user_hana",
        """
        "username": "hana", "image_url": "https://img.clerk.com/face", "something_new": {}
        """);

    assertThat(people.cards(List.of(new UserId("user_hana"))).values())
        .containsExactly(
            new PersonCard(new UserId("user_hana"), "hana", "hana", "https://img.clerk.com/face"));
  }

  @Test
  void namesThoseWhomClerkDoesNotKnowNeutrally() {
    assertThat(nameOf("user_whoeverthatwas")).isEqualTo("User-twas");
  }

  /// Card and role come in one answer: whoever is forgotten in between is asked for anew, both.
  @Test
  void saysWhatAMemberMayDoTogetherWithTheirCard() {
    var judge = new UserId("user_judge");
    clerk.knows("user_judge", "\"username\": \"judge\"");
    assertThat(people.member(judge).roles()).isEmpty();
    clerk.knows(
        "user_judge", "\"username\": \"judge\", \"public_metadata\": {\"role\": \"moderator\"}");

    people.forget(List.of(judge));

    assertThat(people.member(judge).roles()).containsExactly("moderator");
    assertThat(people.member(judge).card().username()).isEqualTo("judge");
    people.forget(List.of(judge));
    clerk.goes();
    assertThat(people.member(judge).roles()).isEmpty();
    assertThat(people.member(judge).card().username()).isEqualTo("judge");
  }

  @Test
  void asksNothingForNobody() {
    assertThat(people.cards(List.of())).isEmpty();
    assertThat(clerk.timesAsked()).isZero();
  }

  @Test
  void asksForAHundredMembersAtATime() {
    var ids =
        ids(IntStream.range(0, 250).mapToObj("user_crowd%d"::formatted).toArray(String[]::new));

    assertThat(people.cards(ids)).containsOnlyKeys(ids);
    assertThat(clerk.questions()).hasSize(3);
    assertThat(clerk.questions())
        .allSatisfy(question -> {
          var parameters = Arrays.asList(question.getRawQuery().split("&"));
          assertThat(parameters).contains("limit=100").hasSizeLessThanOrEqualTo(101);
        });
  }

  @Test
  void asksOnceInTenMinutes() {
    clerk.knows("user_once", "\"username\": \"before\"");
    nameOf("user_once");
    clerk.knows("user_once", "\"username\": \"after\"");

    clock.turn(Duration.ofMinutes(9));
    assertThat(nameOf("user_once")).isEqualTo("before");
    clock.turn(Duration.ofMinutes(2));
    assertThat(nameOf("user_once")).isEqualTo("after");
    assertThat(clerk.timesAsked()).isEqualTo(2);
  }

  @Test
  void doesNotAskForIdsThatWouldMeanSomethingElseToClerk() {
    assertThat(nameOf("-user_hidden")).isEqualTo("User-dden");
    assertThat(clerk.timesAsked()).isZero();
  }

  @Test
  void showsMembersAsLastKnownWhileClerkIsAway() {
    clerk.knows("user_known", "\"username\": \"known\"");
    nameOf("user_known");
    clerk.failsWith(503);

    assertThat(nameOf(freshPeople(), "user_known")).isEqualTo("known");
    assertThat(nameOf(freshPeople(), "user_stranger")).isEqualTo("User-nger");
  }

  @Test
  void keepsTheNewestName() {
    clerk.knows(
        "user_renamed", "\"username\": \"old\", \"image_url\": \"https://img.clerk.com/a\"");
    nameOf("user_renamed");
    clerk.knows("user_renamed", "\"username\": null, \"first_name\": \"하나\", \"last_name\": \"김\"");
    nameOf(freshPeople(), "user_renamed");
    clerk.failsWith(503);

    assertThat(freshPeople().cards(ids("user_renamed")).values())
        .containsExactly(new PersonCard(new UserId("user_renamed"), null, "김하나", null));
  }

  @Test
  void showsMembersAsLastKnownWhileClerkTalksNonsense() {
    clerk.knows("user_kept", "\"username\": \"kept\"");
    nameOf("user_kept");
    clerk.knows("user_kept", "\"username\":");

    assertThat(nameOf(freshPeople(), "user_kept")).isEqualTo("kept");
  }

  @Test
  void leavesClerkInPeaceForAMomentWhenItIsAway() {
    clerk.failsWith(500);
    nameOf("user_a");
    nameOf("user_b");
    assertThat(clerk.timesAsked()).isEqualTo(1);

    clock.turn(Duration.ofSeconds(6));
    clerk.knows("user_a", "\"username\": \"back\"").recovers();
    assertThat(nameOf("user_a")).isEqualTo("back");
  }

  @Test
  void leavesClerkInPeaceForAsLongAsItAsks() {
    clerk.refusesFor("20");
    nameOf("user_c");
    clock.turn(Duration.ofSeconds(19));
    nameOf("user_c");
    assertThat(clerk.timesAsked()).isEqualTo(1);

    clock.turn(Duration.ofSeconds(6));
    nameOf("user_c");
    assertThat(clerk.timesAsked()).isEqualTo(2);
  }

  @Test
  void doesNotLeaveClerkInPeaceForHours() {
    clerk.refusesFor("7200");
    nameOf("user_d");
    clock.turn(Duration.ofSeconds(31));
    nameOf("user_d");

    assertThat(clerk.timesAsked()).isEqualTo(2);
  }

  @Test
  void doesNotWaitForASlowClerkAndAsksItOnlyOnce() {
    clerk.knows("user_late", "\"username\": \"at last\"").stalls();
    var impatient = people(Duration.ofMillis(50));

    assertThat(nameOf(impatient, "user_late")).isEqualTo("User-late");
    assertThat(nameOf(impatient, "user_late")).isEqualTo("User-late");

    clerk.recovers();
    await().untilAsserted(() -> assertThat(nameOf(impatient, "user_late")).isEqualTo("at last"));
    assertThat(clerk.timesAsked()).isEqualTo(1);
  }

  @Test
  void namesMembersThoughTheirNamesCannotBeKept() {
    clerk.knows("user_nul", "\"username\": \"a\\u0000b\"");

    assertThat(nameOf("user_nul")).isEqualTo("a\u0000b");
  }

  private String nameOf(String id) {
    return nameOf(people, id);
  }

  private static String nameOf(People people, String id) {
    return people.cards(ids(id)).values().iterator().next().displayName();
  }

  private static Collection<UserId> ids(String... ids) {
    return Arrays.stream(ids).map(UserId::new).toList();
  }

  /// As after a restart: nothing remembered but what is in the database. Patient, because most
  /// tests are not about waiting.
  private People freshPeople() {
    return people(Duration.ofSeconds(20));
  }

  private People people(Duration patience) {
    var settings =
        new IdentitySettings(clerk.settings().clerk(), clerk.settings().origins(), patience);
    var instance = new ClerkInstance(settings, new OwnAddress(new StandardEnvironment()));
    var api = new ClerkApi(instance, settings, RestClient.builder(), clock);
    return new People(api, new PeopleTable(DATABASE), new DepartedTable(DATABASE), settings, clock);
  }
}
