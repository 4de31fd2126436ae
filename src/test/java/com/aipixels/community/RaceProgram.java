package com.aipixels.community;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Another program in a race, which writes for members of its own: it inserts as it likes, and
/// locks the picture or comment before it deletes what hangs on it.
final class RaceProgram {

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final JdbcClient jdbc;
  private final RaceStage stage;
  private final List<String> members;
  private final String me;
  private final Random random;

  RaceProgram(JdbcClient jdbc, RaceStage stage, List<String> members, int number) {
    this.jdbc = jdbc;
    this.stage = stage;
    this.members = members;
    this.me = "program_" + number;
    this.random = new Random(1000 + number);
  }

  /// Does something and tells what, and whether its target had gone.
  String act() {
    int dice = random.nextInt(9);
    try {
      jdbc.sql(STATEMENTS.get(dice))
          .param("me", me)
          .param("picture", stage.picture(random))
          .param("comment", stage.comment(random).comment())
          .param("somebody", members.get(random.nextInt(12)))
          .update();
      return "sql " + dice + " ok";
    } catch (DataIntegrityViolationException e) {
      if (e.getRootCause() instanceof SQLException cause
          && FOREIGN_KEY_VIOLATION.equals(cause.getSQLState())) {
        return "sql " + dice + " gone";
      }
      throw e;
    }
  }

  private static final List<String> STATEMENTS =
      List.of(
          """
          INSERT INTO likes (clerk_user_id, image_id) VALUES (:me, :picture) ON CONFLICT DO NOTHING
          """,
          """
          INSERT INTO likes (clerk_user_id, image_id)
          SELECT :me, id FROM (SELECT id FROM images ORDER BY id DESC LIMIT 6) i ORDER BY random()
          ON CONFLICT DO NOTHING
          """,
          """
          WITH held AS (SELECT id FROM images WHERE id = :picture FOR NO KEY UPDATE)
          DELETE FROM likes USING held WHERE image_id = held.id AND clerk_user_id = :me
          """,
          """
          INSERT INTO comments (clerk_user_id, image_id, content) VALUES (:me, :picture, 'words')
          """,
          """
          INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
          SELECT :me, image_id, id, 'answer' FROM comments WHERE id = :comment
          """,
          """
          WITH held AS (SELECT id FROM images WHERE id = :picture FOR NO KEY UPDATE)
          DELETE FROM comments USING held
          WHERE image_id = held.id AND clerk_user_id = :me AND parent_comment_id IS NOT NULL
          """,
          """
          INSERT INTO comment_likes (clerk_user_id, comment_id) VALUES (:me, :comment)
          ON CONFLICT DO NOTHING
          """,
          """
          INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
          VALUES (:me, :somebody) ON CONFLICT DO NOTHING
          """,
          """
          DELETE FROM follows
          WHERE follower_clerk_user_id = :me AND following_clerk_user_id = :somebody
          """);
}
