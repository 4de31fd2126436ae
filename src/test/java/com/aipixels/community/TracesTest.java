package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.identity.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TracesTest {

  private static final UserId GONE = new UserId("gone");

  private final JdbcClient database = JdbcClient.create(TestDatabase.freshlyMigrated());
  private final Wall wall = new Wall(database);
  private final Traces traces = new Traces(new TraceTable(database), new CommentTable(database));

  @Test
  void aForgottenMemberIsNowhereAndEveryCounterIsRight() {
    scene();

    while (traces.forget(GONE)) {
      assertThat(wall.wrongCounters()).isZero();
    }

    assertThat(
            number(
                """
                SELECT (SELECT count(*) FROM likes WHERE clerk_user_id = 'gone')
                     + (SELECT count(*) FROM comments WHERE clerk_user_id = 'gone')
                     + (SELECT count(*) FROM comment_likes WHERE clerk_user_id = 'gone')
                     + (SELECT count(*) FROM follows WHERE 'gone' IN (follower_clerk_user_id, following_clerk_user_id))
                     + (SELECT count(*) FROM blocks WHERE 'gone' IN (blocker_clerk_user_id, blocked_clerk_user_id))
                     + (SELECT count(*) FROM member_counts WHERE clerk_user_id = 'gone')
                """))
        .isZero();
    assertThat(number("SELECT count(*) FROM likes")).isEqualTo(600);
    assertThat(number("SELECT count(*) FROM blocks")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM follows")).isEqualTo(1);
  }

  @Test
  void theWordsOfOthersStay() {
    scene();
    while (traces.forget(GONE)) {
      assertThat(traces.membersAfter("", 10)).isNotEmpty();
    }

    assertThat(strings("SELECT content FROM comments WHERE deleted_at IS NULL"))
        .containsExactlyInAnyOrder("stays", "stays too");
    assertThat(
            strings(
                """
                SELECT content || clerk_user_id || like_count FROM comments WHERE deleted_at IS NOT NULL
                """))
        .containsExactly("0");
  }

  @Test
  void membersAreNamedOnceInTheOrderOfTheirIds() {
    scene();

    assertThat(traces.membersAfter("", 3))
        .containsExactly(new UserId("fan"), new UserId("gone"), new UserId("other"));
    assertThat(traces.membersAfter("gone", 10)).containsExactly(new UserId("other"));
    assertThat(traces.membersAfter("other", 10)).isEmpty();
  }

  /// 1,200 likes on 600 pictures, a thread that others answered, threads that nobody else did.
  private void scene() {
    run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
        SELECT 'maker', 'file', 'prompt', 'public' FROM generate_series(1, 600)
        """);
    run("INSERT INTO likes (clerk_user_id, image_id) SELECT 'gone', id FROM images");
    run("INSERT INTO likes (clerk_user_id, image_id) SELECT 'fan', id FROM images");
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
        VALUES ('gone', 1, NULL, 'answered'), ('other', 1, 1, 'stays'), ('gone', 1, 1, 'goes'),
               ('gone', 1, NULL, 'monologue'), ('gone', 1, 4, 'goes'), ('other', 1, NULL, 'stays too')
        """);
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, content)
        SELECT 'gone', id, 'many' FROM images
        """);
    run(
        """
        INSERT INTO comment_likes (clerk_user_id, comment_id)
        SELECT m, id FROM comments CROSS JOIN (VALUES ('gone'), ('fan')) v (m)
        """);
    run(
        """
        INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
        SELECT 'gone', 'other' UNION ALL SELECT 'fan', 'gone' UNION ALL SELECT 'fan', 'other'
        """);
    run(
        """
        INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
        VALUES ('gone', 'fan'), ('other', 'gone'), ('other', 'fan')
        """);
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  private int number(String sql) {
    return database.sql(sql).query(Integer.class).single();
  }

  private List<String> strings(String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }
}
