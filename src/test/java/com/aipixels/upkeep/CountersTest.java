package com.aipixels.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counters that somebody wrote past the triggers are found and put right, whoever writes
/// meanwhile.
@Execution(ExecutionMode.CONCURRENT)
class CountersTest {

  private static final int PICTURES = 12;
  private static final int MEMBERS = 8;
  private static final int WRITERS = 6;
  private static final int LOOKS = 60;

  private final HikariDataSource pool = (HikariDataSource) TestDatabase.freshlyMigrated();
  private final Map<String, String> settings =
      Map.of(
          "spring.datasource.url", pool.getJdbcUrl(),
          "spring.datasource.username", pool.getUsername(),
          "spring.datasource.password", pool.getPassword());
  private final JdbcClient database = JdbcClient.create(pool);
  private final CounterQueries counters = new CounterQueries(database);

  @BeforeEach
  void aLivelyCommunity() {
    run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags)
        SELECT 'user_' || mod(n, %d), n || '.png', 'sea', 'public', ARRAY['sea', 'tag' || mod(n, 3)]
        FROM generate_series(1, %d) n
        """
            .formatted(MEMBERS, PICTURES));
    run(
        """
        INSERT INTO likes (clerk_user_id, image_id)
        SELECT 'user_' || m, i.id FROM images i CROSS JOIN generate_series(1, i.id % 5) m
        """);
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, content)
        SELECT 'user_' || m, i.id, 'hello' FROM images i CROSS JOIN generate_series(1, i.id % 3) m
        """);
    run(
        """
        INSERT INTO comment_likes (clerk_user_id, comment_id)
        SELECT 'user_' || m, c.id FROM comments c CROSS JOIN generate_series(1, c.id % 4) m
        """);
    run(
        """
        INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
        SELECT 'user_' || a, 'user_' || b FROM generate_series(1, 5) a, generate_series(1, 5) b
        WHERE a < b
        """);
  }

  @Test
  void findsNothingWhereOnlyTheTriggersCounted() {
    assertThat(audit()).isEqualTo(new Command(0, List.of("Counters that have drifted: 0")));
  }

  @Test
  void findsExactlyWhatDriftedAndChangesNothing() {
    var wrong = drift();
    var before = stored();

    var found = audit();

    assertThat(found.status()).isEqualTo(1);
    assertThat(found.lines()).endsWith("Counters that have drifted: " + wrong.size());
    assertThat(found.lines()).startsWith(wrong.toArray(String[]::new)).hasSize(wrong.size() + 1);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void repairsExactlyWhatDrifted() {
    var right = stored();
    var wrong = drift();

    var repaired = Command.run(settings, "counters", "repair");

    assertThat(repaired.status()).isZero();
    assertThat(repaired.lines()).contains(wrong.toArray(String[]::new)).hasSize(wrong.size() + 1);
    assertThat(repaired.lines()).endsWith("Counters repaired: " + wrong.size());
    assertThat(stored()).isEqualTo(right);
    assertThat(counters.repair()).isEmpty();
  }

  @Test
  void seesNoDriftInWhatIsBeingWritten() throws Exception {
    whileOthersWrite(() -> {
      for (var look = 0; look < LOOKS; look++) {
        assertThat(counters.audit()).isEmpty();
      }
    });
  }

  @Test
  void repairsWhileOthersWrite() throws Exception {
    whileOthersWrite(() -> {
      for (var look = 0; look < LOOKS; look++) {
        run("UPDATE images SET like_count = like_count + 1 WHERE id = " + (1 + look % PICTURES));
        run(
            "UPDATE member_counts SET follower_count = follower_count - 1 WHERE clerk_user_id = 'user_3'");
        run("UPDATE tags SET image_count = image_count + 1 WHERE name = 'sea'");
        assertThat(counters.repair()).extracting(Drift::counter).contains("images.like_count");
      }
    });
    assertThat(counters.audit()).isEmpty();
  }

  @Test
  void saysWhatItCannotDo() {
    assertThat(Command.run(settings, "counters").status()).isEqualTo(2);
    var nowhere = Map.of("aipixels.data", "target/nothing-here");
    var lost = Command.run(nowhere, "counters", "audit");
    assertThat(lost.status()).isEqualTo(2);
    assertThat(String.join("\n", lost.lines())).contains("There is no database in");
  }

  private Command audit() {
    return Command.run(settings, "counters", "audit");
  }

  /// Makes some of every kind of counter wrong by one; how the command names them.
  private List<String> drift() {
    run("UPDATE images SET like_count = like_count + 1 WHERE id IN (2, 11)");
    run("UPDATE images SET comment_count = comment_count - 1 WHERE id = 2");
    run("UPDATE comments SET like_count = like_count + 1 WHERE id = 3");
    run("UPDATE member_counts SET image_count = image_count + 1 WHERE clerk_user_id = 'user_1'");
    run("UPDATE member_counts SET following_count = 1 WHERE clerk_user_id = 'user_5'");
    run("DELETE FROM member_counts WHERE clerk_user_id = 'user_6'");
    run("INSERT INTO member_counts (clerk_user_id, follower_count) VALUES ('user_gone', 1)");
    run("UPDATE tags SET image_count = image_count - 1 WHERE name = 'tag1'");
    return List.of(
        "comments.like_count of 3 is 4, counted 3",
        "images.comment_count of 2 is 1, counted 2",
        "images.like_count of 2 is 3, counted 2",
        "images.like_count of 11 is 2, counted 1",
        "member_counts.follower_count of user_gone is 1, counted 0",
        "member_counts.following_count of user_5 is 1, counted 0",
        "member_counts.image_count of user_1 is 3, counted 2",
        "member_counts.image_count of user_6 is 0, counted 1",
        "tags.image_count of %d is 3, counted 4".formatted(tag("tag1")));
  }

  private int tag(String name) {
    return database
        .sql("SELECT id FROM tags WHERE name = :name")
        .param("name", name)
        .query((row, _) -> row.getInt("id"))
        .single();
  }

  /// Every counter of the database.
  private List<String> stored() {
    return database
        .sql(
            """
            SELECT concat_ws(' ', 'image', id, like_count, comment_count) AS line FROM images
            UNION ALL SELECT concat_ws(' ', 'comment', id, like_count) FROM comments
            UNION ALL
            SELECT concat_ws(' ', 'member', clerk_user_id, image_count, follower_count, following_count)
            FROM member_counts
            UNION ALL SELECT concat_ws(' ', 'tag', name, image_count) FROM tags
            ORDER BY line
            """)
        .query((row, _) -> row.getString("line"))
        .list();
  }

  private interface Work {
    void run() throws Exception;
  }

  private void whileOthersWrite(Work work) throws Exception {
    var working = new AtomicBoolean(true);
    List<Future<?>> writers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var writer = 0; writer < WRITERS; writer++) {
        var random = new Random(writer);
        writers.add(
            threads.submit(() -> {
              while (working.get()) {
                write(random);
              }
            }));
      }
      try {
        work.run();
      } finally {
        working.set(false);
      }
      for (var writer : writers) {
        writer.get();
      }
    }
  }

  private void write(Random random) {
    var image = 1 + random.nextInt(PICTURES);
    var member = "'user_" + random.nextInt(MEMBERS) + "'";
    switch (random.nextInt(6)) {
      case 0 ->
          run(
              """
              WITH seen AS (SELECT id FROM images WHERE id = %d FOR NO KEY UPDATE)
              INSERT INTO likes (clerk_user_id, image_id) SELECT %s, id FROM seen
              ON CONFLICT DO NOTHING
              """
                  .formatted(image, member));
      case 1 ->
          run(
              """
              WITH seen AS (SELECT id FROM images WHERE id = %d FOR NO KEY UPDATE)
              DELETE FROM likes l USING seen
              WHERE l.image_id = seen.id AND l.clerk_user_id = %s
              """
                  .formatted(image, member));
      case 2 ->
          run(
              """
              INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
              VALUES (%s, 'user_3') ON CONFLICT DO NOTHING
              """
                  .formatted(member));
      case 3 ->
          run(
              """
              DELETE FROM follows
              WHERE follower_clerk_user_id = %s AND following_clerk_user_id = 'user_3'
              """
                  .formatted(member));
      case 4 -> run("UPDATE images SET visibility = 'private' WHERE id = " + image);
      default -> run("UPDATE images SET visibility = 'public' WHERE id = " + image);
    }
  }

  private void run(String sql) {
    database.sql(sql).update();
  }
}
