package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The service takes a founding database over in place.
@Execution(ExecutionMode.CONCURRENT)
class TakeOverTest {

  private static final int IMAGE_LIKE_COUNT = 19;

  @Test
  void losesNoRowAndChangesNoValueButWrongCounters() throws SQLException {
    var expected = FoundingDatabase.asItShouldHaveBeen();
    var taken = FoundingDatabase.asItWasLeft().takenOver();

    for (var table : FoundingDatabase.TABLES) {
      assertThat(taken.rows(table)).as(table).isNotEmpty().isEqualTo(expected.rows(table));
    }
  }

  @Test
  void correctsCountersThatWereWrongOrMissing() throws SQLException {
    var founding = FoundingDatabase.asItWasLeft();
    assertThat(wrongCounters(founding)).isGreaterThan(20);

    assertThat(wrongCounters(founding.takenOver())).isZero();
  }

  @Test
  void makesThreadsOneLevelDeepAndCountsWhatProfilesShow() throws SQLException {
    var founding = FoundingDatabase.asItWasLeft();
    var deeper =
        """
        SELECT count(*) FROM comments c JOIN comments p ON p.id = c.parent_comment_id
        WHERE p.parent_comment_id IS NOT NULL
        """;
    assertThat(count(founding, deeper)).isPositive();

    var taken = founding.takenOver();

    assertThat(count(taken, deeper)).isZero();
    assertThat(
            count(
                taken,
                """
                SELECT count(*) FROM member_counts m
                WHERE (image_count, follower_count, following_count) IS DISTINCT FROM
                  ((SELECT count(*) FROM images i
                    WHERE i.clerk_user_id = m.clerk_user_id AND visibility = 'public')::integer,
                   (SELECT count(*) FROM follows WHERE following_clerk_user_id = m.clerk_user_id)::integer,
                   (SELECT count(*) FROM follows WHERE follower_clerk_user_id = m.clerk_user_id)::integer)
                """))
        .isZero();
    assertThat(count(taken, "SELECT count(*) FROM member_counts")).isGreaterThan(20);
  }

  @Test
  void datesPublicPicturesByTheirMaking() throws SQLException {
    var taken = FoundingDatabase.asItWasLeft().takenOver();

    assertThat(
            count(
                taken,
                """
                SELECT count(*) FROM images
                WHERE published_at IS DISTINCT FROM CASE visibility WHEN 'public' THEN created_at END
                """))
        .isZero();
    assertThat(count(taken, "SELECT count(*) FROM images WHERE published_at IS NOT NULL"))
        .isPositive();
  }

  @Test
  void opensALedgerThatAgreesWithEveryBalance() throws SQLException {
    var taken = FoundingDatabase.asItWasLeft().takenOver();

    assertThat(
            count(
                taken,
                """
                SELECT count(*) FROM user_credits c
                LEFT JOIN credit_entries e ON e.clerk_user_id = c.clerk_user_id
                WHERE (e.amount, e.balance_after, e.reason)
                      IS DISTINCT FROM (c.credits, c.credits, 'opening')
                """))
        .isZero();
    assertThat(count(taken, "SELECT count(*) FROM credit_entries"))
        .isEqualTo(count(taken, "SELECT count(*) FROM user_credits"));
  }

  @Test
  void endsInTheSchemaOfAFreshDatabase() throws SQLException {
    var taken = FoundingDatabase.asItWasLeft().takenOver();

    assertThat(SchemaListing.of(taken.dataSource()))
        .isEqualTo(SchemaListing.of(TestDatabase.freshlyMigrated()));
  }

  @Test
  void happensOnce() throws SQLException {
    var founding = FoundingDatabase.asItWasLeft();

    assertThat(TestDatabase.migrate(founding.dataSource())).isPositive();
    assertThat(TestDatabase.migrate(founding.dataSource())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTE public_feed('public', 20)",
        "EXECUTE gallery('user_2founding0000000000000003')",
        "EXECUTE tagged('public', '{\"바다\"}')",
        "EXECUTE picture('user_2founding0000000000000003', 7, 1)",
        "EXECUTE credits('user_2founding0000000000000003', 1)",
      })
  void answersAFoundingQueryAsBefore(String query) throws SQLException {
    var expected = FoundingDatabase.asItShouldHaveBeen();
    var taken = FoundingDatabase.asItWasLeft().takenOver();

    assertThat(taken.ask(query)).isNotEmpty().isEqualTo(expected.ask(query));
  }

  @Test
  void answersThePopularPicturesOfACategoryAsBefore() throws SQLException {
    var query = "EXECUTE popular('public', 'abstract')";
    var before = FoundingDatabase.asItShouldHaveBeen().ask(query);
    var after = FoundingDatabase.asItWasLeft().takenOver().ask(query);

    assertThat(likeCounts(after)).hasSizeGreaterThan(2).isEqualTo(likeCounts(before));
    // Pictures with as many likes come in any order.
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void givesAFoundingClientItsFirstCredits() throws SQLException {
    var taken = FoundingDatabase.asItWasLeft().takenOver();

    assertThat(taken.ask("EXECUTE credits('user_new', 1)")).isEmpty();
    var made = taken.ask("EXECUTE first_credits('user_new', 10)");
    assertThat(taken.ask("EXECUTE credits('user_new', 1)")).hasSize(1).isEqualTo(made);
  }

  private static List<String> likeCounts(List<List<String>> images) {
    return images.stream().map(image -> image.get(IMAGE_LIKE_COUNT)).toList();
  }

  private static int wrongCounters(FoundingDatabase database) {
    return count(
        database,
        """
        SELECT (SELECT count(*) FROM images i WHERE (like_count, comment_count) IS DISTINCT FROM
                  ((SELECT count(*) FROM likes WHERE image_id = i.id)::integer,
                   (SELECT count(*) FROM comments WHERE image_id = i.id)::integer))
             + (SELECT count(*) FROM comments c WHERE like_count IS DISTINCT FROM
                  (SELECT count(*) FROM comment_likes WHERE comment_id = c.id)::integer)
        """);
  }

  private static int count(FoundingDatabase database, String sql) {
    return JdbcClient.create(database.dataSource()).sql(sql).query(Integer.class).single();
  }
}
