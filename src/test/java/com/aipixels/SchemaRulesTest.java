package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database itself keeps true, whoever writes to it.
@Execution(ExecutionMode.CONCURRENT)
class SchemaRulesTest {

  private final DataSource dataSource = TestDatabase.freshlyMigrated();
  private final JdbcClient database = JdbcClient.create(dataSource);

  @Test
  void countsLikesOneByOneAndInBulk() {
    pictures(3);
    run("INSERT INTO likes (clerk_user_id, image_id) VALUES ('a', 1)");
    run(
        """
        INSERT INTO likes (clerk_user_id, image_id) SELECT 'user_' || n, 1 + n % 2
        FROM generate_series(1, 100) n
        """);
    assertThat(counters("like_count")).containsExactly(51, 50, 0);

    run("DELETE FROM likes WHERE clerk_user_id = 'a'");
    run("DELETE FROM likes WHERE clerk_user_id LIKE 'user_1%'");
    assertThat(counters("like_count"))
        .containsExactly(rowsOf("likes", 1), rowsOf("likes", 2), 0)
        .doesNotContain(50, 51);
  }

  @Test
  void countsALikeOnlyOnce() {
    pictures(1);
    for (int attempt = 0; attempt < 2; attempt++) {
      run(
          """
          INSERT INTO likes (clerk_user_id, image_id) VALUES ('a', 1)
          ON CONFLICT DO NOTHING
          """);
    }
    assertThat(counters("like_count")).containsExactly(1);
  }

  @Test
  void countsCommentsThatGoWithTheirParents() {
    pictures(1);
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, content)
        VALUES ('a', 1, 'one'), ('b', 1, 'two')
        """);
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
        VALUES ('b', 1, 1, 'reply'), ('c', 1, 3, 'deeper')
        """);
    assertThat(counters("comment_count")).containsExactly(4);

    run("DELETE FROM comments WHERE id = 1");

    assertThat(counters("comment_count")).containsExactly(1);
  }

  @Test
  void countsLikesOfComments() {
    pictures(1);
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, content)
        VALUES ('a', 1, 'one'), ('b', 1, 'two')
        """);
    run(
        """
        INSERT INTO comment_likes (clerk_user_id, comment_id)
        VALUES ('a', 1), ('b', 1), ('a', 2)
        """);
    run("DELETE FROM comment_likes WHERE clerk_user_id = 'a'");

    assertThat(ints("SELECT like_count FROM comments ORDER BY id")).containsExactly(1, 0);
  }

  @Test
  void countsFromNullAsFromZero() {
    run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, like_count)
        VALUES ('maker', 'f', 'p', NULL)
        """);
    run("INSERT INTO likes (clerk_user_id, image_id) VALUES ('a', 1)");

    assertThat(counters("like_count")).containsExactly(1);
  }

  @Test
  void letsAPictureGoWithAllThatHangsOnIt() {
    pictures(2);
    run("INSERT INTO likes (clerk_user_id, image_id) VALUES ('a', 1), ('a', 2)");
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, content)
        VALUES ('a', 1, 'one'), ('a', 2, 'two')
        """);
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
        VALUES ('b', 1, 1, 'reply')
        """);
    run(
        """
        INSERT INTO comment_likes (clerk_user_id, comment_id) SELECT 'a', id
        FROM comments
        """);

    run("DELETE FROM images WHERE id = 1");

    assertThat(counters("like_count")).containsExactly(1);
    assertThat(counters("comment_count")).containsExactly(1);
    assertThat(ints("SELECT like_count FROM comments")).containsExactly(1);
  }

  @Test
  void countsExactlyUnderManyHandsAndWithoutDeadlock() throws Exception {
    pictures(5);
    try (var hands = Executors.newFixedThreadPool(8)) {
      var work =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(hand -> () -> likeAndUnlike("hand_" + hand))
              .toList();
      for (var done : hands.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(counters("like_count"))
        .containsExactlyElementsOf(
            ints(
                "SELECT (SELECT count(*) FROM likes WHERE image_id = i.id) FROM images i ORDER BY id"));
    assertThat(ints("SELECT count(*) FROM likes").getFirst()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE likes SET image_id = 2",
        "UPDATE comments SET image_id = 2",
        "UPDATE comment_likes SET comment_id = 2",
      })
  void movesNothingFromPictureToPicture(String move) {
    pictures(2);
    run("INSERT INTO likes (clerk_user_id, image_id) VALUES ('a', 1)");
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, content)
        VALUES ('a', 1, 'one'), ('a', 2, 'two')
        """);
    run("INSERT INTO comment_likes (clerk_user_id, comment_id) VALUES ('a', 1)");

    refuses(move, "stays where it was made");
  }

  @Test
  void datesTheFirstPublicationOnly() {
    pictures(1);
    assertThat(ints("SELECT count(published_at) FROM images")).containsExactly(0);

    run("UPDATE images SET visibility = 'public'");
    var first = string("SELECT published_at::text FROM images");
    run("UPDATE images SET visibility = 'private'");
    run("UPDATE images SET visibility = 'public'");

    assertThat(string("SELECT published_at::text FROM images")).isEqualTo(first);
    assertThat(
            string(
                "SELECT abs(extract(epoch FROM published_at - now() AT TIME ZONE 'UTC')) < 60 FROM images"))
        .isEqualTo("t");
  }

  @Test
  void datesAPictureThatIsBornPublic() {
    run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
        VALUES ('maker', 'f', 'p', 'public')
        """);

    assertThat(ints("SELECT count(published_at) FROM images")).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "guest",
      textBlock =
          """
          guest, owner, public,  true
          other, owner, public,  true
          owner, owner, public,  true
          guest, owner, private, false
          other, owner, private, false
          owner, owner, private, true
          blocked, owner, public, false
          owner, blocked, public, false
          """)
  void showsAPrivatePictureToItsOwnerAloneAndNoneAcrossABlock(
      @Nullable String viewer, String owner, String visibility, boolean visible) {
    run(
        """
        INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
        VALUES ('owner', 'blocked')
        """);
    assertThat(
            database
                .sql(
                    """
                    SELECT visible_to(:viewer::varchar, :owner, :visibility::visibility,
                                      (SELECT apart_from(:viewer::varchar)))
                    """)
                .param("viewer", viewer, Types.VARCHAR)
                .param("owner", owner)
                .param("visibility", visibility)
                .query(Boolean.class)
                .single())
        .isEqualTo(visible);
  }

  @Test
  void booksWhatAForeignClientDoesToABalance() {
    run("INSERT INTO user_credits (clerk_user_id) VALUES ('minji')");
    run("UPDATE user_credits SET credits = 3 WHERE clerk_user_id = 'minji'");
    run(
        """
        UPDATE user_credits SET credits = 3, updated_at = now()
        WHERE clerk_user_id = 'minji'
        """);

    assertThat(
            strings(
                "SELECT reason || ' ' || amount || ' ' || balance_after FROM credit_entries ORDER BY id"))
        .containsExactly("opening 10 10", "correction -7 3");
  }

  @Test
  void booksNothingTwiceWhenTheEntryIsWrittenInTheSameTransaction() {
    run(
        """
        INSERT INTO user_credits (clerk_user_id) VALUES ('minji');
        INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason)
        VALUES ('minji', 10, 10, 'grant')
        """);

    assertThat(strings("SELECT reason FROM credit_entries")).containsExactly("grant");
  }

  @Test
  void neverOwesAMemberCredits() {
    run("INSERT INTO user_credits (clerk_user_id) VALUES ('minji')");

    refuses("UPDATE user_credits SET credits = -1", "user_credits_not_negative");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE credit_entries SET amount = 1000",
        "DELETE FROM credit_entries",
        "TRUNCATE credit_entries",
      })
  void neverRewritesTheLedger(String rewriting) {
    run("INSERT INTO user_credits (clerk_user_id) VALUES ('minji')");

    refuses(rewriting, "append-only");
  }

  private boolean likeAndUnlike(String member) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (int round = 0; round < 20; round++) {
        statement.execute(
            "INSERT INTO likes (clerk_user_id, image_id) SELECT '%s', n FROM generate_series(1, 5) n ORDER BY random() ON CONFLICT DO NOTHING"
                .formatted(member));
        statement.execute(
            "DELETE FROM likes WHERE clerk_user_id = '%s' AND random() < 0.5".formatted(member));
      }
      return true;
    }
  }

  private void refuses(String sql, String because) {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> run(sql))
        .withStackTraceContaining(because);
  }

  private void pictures(int count) {
    database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt)
            SELECT 'maker', 'file', 'prompt' FROM generate_series(1, :count)
            """)
        .param("count", count)
        .update();
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  private int rowsOf(String table, int image) {
    return ints("SELECT count(*) FROM %s WHERE image_id = %d".formatted(table, image)).getFirst();
  }

  private List<Integer> counters(String column) {
    return ints("SELECT " + column + " FROM images ORDER BY id");
  }

  private List<Integer> ints(String sql) {
    return strings(sql).stream().map(Integer::valueOf).toList();
  }

  private String string(String sql) {
    return strings(sql).getFirst();
  }

  private List<String> strings(String sql) {
    try (Stream<String> values = database.sql(sql).query((row, _) -> row.getString(1)).stream()) {
      return values.toList();
    }
  }
}
