package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import com.aipixels.TestDatabase;
import com.aipixels.identity.Departures;
import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Erasures turn by turn, over a room whose batches are counted, on a database where nobody else
/// takes turns.
@HouseTest
class EraserTest {

  private static final UserId HUGE = new UserId("user_huge");
  private static final UserId SMALL = new UserId("user_small");

  @Autowired Departures departures;

  private final JdbcClient database = JdbcClient.create(TestDatabase.freshlyMigrated());
  private final ErasureTable table = new ErasureTable(database);
  private final Room room = new Room();

  /// A room where so many batches are left of each member.
  private static final class Room implements MemberData {
    private final Map<UserId, Integer> batches = new HashMap<>();
    private final List<UserId> asked = new ArrayList<>();
    private boolean broken;

    @Override
    public boolean forget(UserId member) {
      asked.add(member);
      if (broken && member.equals(HUGE)) {
        throw new IllegalStateException("of " + member);
      }
      return batches.merge(member, -1, Integer::sum) >= 0;
    }

    @Override
    public List<UserId> membersAfter(String id, int limit) {
      return List.of();
    }
  }

  @Test
  void aSmallMemberDoesNotWaitForAHugeOne() {
    left(HUGE, 1000);
    left(SMALL, 2);
    var eraser = eraser();

    for (var turn = 0; turn < 6; turn++) {
      assertThat(eraser.takeTurn()).isTrue();
    }

    assertThat(room.asked).containsExactly(HUGE, SMALL, HUGE, SMALL, HUGE, SMALL);
  }

  @Test
  void theLastLookBeginsAMinuteAfterTheDeparture() {
    left(SMALL, 1);
    var eraser = eraser();

    assertThat(eraser.takeTurn()).as("found something").isTrue();
    assertThat(eraser.takeTurn()).as("found nothing, but too early").isTrue();
    assertThat(eraser.takeTurn()).as("waits").isFalse();
    assertThat(table.open()).containsExactly(SMALL);
    room.batches.put(SMALL, 1);
    turn(Duration.ofMinutes(1));

    assertThat(eraser.takeTurn()).as("found what was written since").isTrue();
    assertThat(table.open()).containsExactly(SMALL);
    assertThat(eraser.takeTurn()).as("found nothing").isTrue();
    assertThat(table.open()).isEmpty();
  }

  @Test
  void anotherProcessGoesOnWhereOneWasKilled() {
    left(HUGE, 3);
    eraser().takeTurn();
    assertThat(table.claim(Duration.ofSeconds(30))).as("killed with a turn in hand").isPresent();

    var other = eraser();
    assertThat(other.takeTurn()).as("leased").isFalse();
    turn(Duration.ofSeconds(31));
    assertThat(other.takeTurn()).isTrue();
    assertThat(other.takeTurn()).isTrue();
    turn(Duration.ofMinutes(1));
    assertThat(other.takeTurn()).isTrue();
    assertThat(other.takeTurn()).isFalse();

    assertThat(table.open()).isEmpty();
    assertThat(room.batches.get(HUGE)).isNegative();
  }

  @Test
  void whoCannotBeErasedYetHoldsUpNobody() {
    left(HUGE, 1);
    left(SMALL, 1);
    room.broken = true;
    var eraser = eraser();

    eraser.takeTurn();
    eraser.takeTurn();
    eraser.takeTurn();
    assertThat(room.asked).containsExactly(HUGE, SMALL, SMALL);

    room.broken = false;
    turn(Duration.ofMinutes(2));
    while (eraser.takeTurn()) {
      assertThat(room.asked).hasSizeLessThan(20);
    }
    assertThat(table.open()).isEmpty();
  }

  @Test
  void askingAgainBeginsNothingNew() {
    left(SMALL, 0);
    table.ask(SMALL);

    assertThat(table.open()).containsExactly(SMALL);
  }

  private void left(UserId member, int batches) {
    room.batches.put(member, batches);
    table.ask(member);
  }

  private Eraser eraser() {
    return new Eraser(table, List.of(room), departures);
  }

  /// Lets the time of all erasures go by.
  private void turn(Duration forward) {
    database
        .sql(
            """
            UPDATE erasures
            SET asked_at = asked_at - make_interval(secs => :seconds),
                turn_at = turn_at - make_interval(secs => :seconds)
            """)
        .param("seconds", (double) forward.toSeconds())
        .update();
  }
}
