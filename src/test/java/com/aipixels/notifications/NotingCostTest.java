package com.aipixels.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What it costs a like to be noted, against what it would cost to be published by the registry of
/// events; prints its figures.
class NotingCostTest {

  private static final int LIKES = 1_000;
  private final JdbcClient database = JdbcClient.create(TestDatabase.freshlyMigrated());

  @Test
  void aNoteIsCheaperThanAPublication() {
    run(
        "INSERT INTO images (clerk_user_id, file_path, prompt, visibility) VALUES ('maker', 'f', 'p', 'public')");
    likes("warm");
    run("ALTER TABLE likes DISABLE TRIGGER likes_noted");
    var bare = perLike(() -> likes("bare"));
    run("ALTER TABLE likes ENABLE TRIGGER likes_noted");
    var noted = perLike(() -> likes("noted"));
    var taken = perLike(() -> run("DELETE FROM notice_causes"));
    var published = perLike(this::publications);

    System.out.printf(
        "log of a like: %d bytes, its note %d more and %d to take it out; a publication %d%n",
        bare, noted - bare, taken, published);
    assertThat(noted - bare + taken).isLessThan(published);
  }

  private void likes(String run) {
    for (var n = 0; n < LIKES; n++) {
      run(
          "INSERT INTO likes (clerk_user_id, image_id) VALUES ('user_2abcdefghijklmnop%s%d', 1)"
              .formatted(run, n));
    }
  }

  /// As the registry writes and completes them, one listener each.
  private void publications() {
    for (var n = 0; n < LIKES; n++) {
      var id = UUID.randomUUID();
      database
          .sql(
              """
              INSERT INTO event_publication (id, event_type, listener_id, publication_date, serialized_event, status)
              VALUES (:id, 'com.aipixels.community.PictureLiked',
                      'com.aipixels.notifications.OnPictureLiked.note(com.aipixels.community.PictureLiked)',
                      now(), :event, 'PUBLISHED')
              """)
          .param("id", id)
          .param(
              "event",
              "{\"image\":%d,\"member\":\"user_2abcdefghijklmnopqrstuvwxyz\"}".formatted(n))
          .update();
      database.sql("DELETE FROM event_publication WHERE id = :id").param("id", id).update();
    }
  }

  private long perLike(Runnable work) {
    var before = log();
    work.run();
    return (log() - before) / LIKES;
  }

  private long log() {
    return database
        .sql("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")
        .query(Long.class)
        .single();
  }

  private void run(String sql) {
    database.sql(sql).update();
  }
}
