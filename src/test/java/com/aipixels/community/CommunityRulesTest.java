package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aipixels.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database itself keeps true of the community, whoever writes to it.
class CommunityRulesTest {

  private final JdbcClient database = JdbcClient.create(TestDatabase.freshlyMigrated());
  private final Wall wall = new Wall(database);

  @BeforeEach
  void hangTwo() {
    wall.hang("maker", "public");
    wall.hang("maker", "public");
  }

  @Test
  void keepsThreadsOneLevelDeep() {
    comments("(1, NULL, 'a'), (1, 1, 'b'), (1, 2, 'c'), (1, 3, 'd')");
    comments("(1, 4, 'e')");

    assertThat(ints("SELECT parent_comment_id FROM comments WHERE id > 1")).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content) VALUES ('m', 2, 1, 'x') | belongs to the picture
          INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content) VALUES ('m', 1, 99, 'x') | comments_parent_comment_id_comments_id_fk
          INSERT INTO comments (id, clerk_user_id, image_id, parent_comment_id, content) VALUES (50, 'm', 1, 50, 'x') | comments_not_its_own_parent
          UPDATE comments SET parent_comment_id = 1 WHERE id = 2 | stays where it was made
          UPDATE comments SET deleted_at = now() WHERE id = 2 | comments_deleted_say_nothing
          UPDATE follows SET following_clerk_user_id = 'c' | stays where it was made
          INSERT INTO likes (clerk_user_id, image_id) VALUES ('m', 99) | likes_image_id_images_id_fk
          """)
  void refusesWhatWouldNotHold(String sql, String because) {
    comments("(1, NULL, 'a'), (1, NULL, 'b')");
    run("INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id) VALUES ('a', 'b')");

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> run(sql))
        .withStackTraceContaining(because);
  }

  @Test
  void letsTheMarkOfADeletedCommentGoWithItsLastAnswer() {
    comments("(1, NULL, 'a'), (1, 1, 'b'), (1, 1, 'c'), (1, NULL, 'd'), (1, 4, 'e')");
    run(
        """
        UPDATE comments SET content = '', clerk_user_id = '', deleted_at = now()
        WHERE id IN (1, 4)
        """);

    run("DELETE FROM comments WHERE id IN (2, 5)");
    assertThat(ints("SELECT id FROM comments ORDER BY id")).containsExactly(1, 3);
    run("DELETE FROM comments WHERE id = 3");

    assertThat(ints("SELECT id FROM comments")).isEmpty();
    assertThat(wall.wrongCounters()).isZero();
  }

  @Test
  void countsFollowsBothWaysInBulk() {
    run(
        """
        INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
        SELECT 'm' || a, 'm' || b FROM generate_series(1, 5) a, generate_series(1, 5) b WHERE a <> b
        """);
    assertThat(wall.wrongCounters()).isZero();
    assertThat(ints("SELECT follower_count FROM member_counts WHERE clerk_user_id LIKE 'm_'"))
        .containsOnly(4);

    run("DELETE FROM follows WHERE 'm1' IN (follower_clerk_user_id, following_clerk_user_id)");

    assertThat(wall.wrongCounters()).isZero();
    assertThat(ints("SELECT following_count FROM member_counts WHERE clerk_user_id LIKE 'm_'"))
        .hasSize(4)
        .containsOnly(3);
  }

  @Test
  void countsPublicPicturesThroughAllTheirChanges() {
    wall.hang("maker", "private");
    assertThat(imageCount("maker")).containsExactly(2);

    run("UPDATE images SET visibility = 'public'");
    assertThat(imageCount("maker")).containsExactly(3);
    run("UPDATE images SET visibility = 'private' WHERE id = 1");
    run("UPDATE images SET clerk_user_id = 'heir' WHERE id = 2");
    assertThat(imageCount("maker")).containsExactly(1);
    assertThat(imageCount("heir")).containsExactly(1);
    run("DELETE FROM images WHERE id = 3");

    assertThat(imageCount("maker")).isEmpty();
    assertThat(wall.wrongCounters()).isZero();
  }

  private void comments(String rows) {
    run(
        """
        INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
        SELECT 'm', image, parent::integer, words FROM (VALUES %s) r (image, parent, words)
        """
            .formatted(rows));
  }

  private List<Integer> imageCount(String member) {
    return ints(
        "SELECT image_count FROM member_counts WHERE clerk_user_id = '%s'".formatted(member));
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  private List<Integer> ints(String sql) {
    return database.sql(sql).query((row, _) -> row.getInt(1)).list();
  }
}
