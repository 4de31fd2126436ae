package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.gallery.PictureFile;
import com.aipixels.storage.ObjectKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/// A remix is finished in the very moment in which its source is deleted.
@HouseTest
@TestPropertySource(properties = "aipixels.story=races")
class FinishedRemixTest {

  @LocalServerPort int port;
  @Autowired GenerationQueue running;
  @Autowired QueueTable queue;
  @Autowired Generations generations;
  @Autowired TransactionOperations transaction;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void standStill() {
    running.stop();
  }

  @Test
  void waitsForTheDeletionWithNothingInItsHands() throws Exception {
    var member = Caller.signedIn(port, "remixing");
    var source = hang(member);
    var asked = member.ask(Map.of("prompt", "바다", "sourceImageId", source));
    var claim = claimed(asked);

    try (var deleter = database.getConnection();
        var threads = Executors.newSingleThreadExecutor()) {
      deleter.setAutoCommit(false);
      run(deleter, "SELECT id FROM images WHERE id = %d FOR UPDATE".formatted(source));
      var holder = deleter.unwrap(PGConnection.class).getBackendPID();
      var finishing = threads.submit(() -> generations.succeed(claim, made()));
      await().until(() -> somebodyWaitsFor(holder));
      run(deleter, "DELETE FROM images WHERE id = " + source);
      deleter.commit();
      finishing.get();
    }

    var ended = Caller.json(member.get("/api/v1/generations/" + asked));
    assertThat(ended.get("status").asString()).isEqualTo("succeeded");
    assertThat(member.get("/api/v1/images/" + source).statusCode()).isEqualTo(404);
    var picture = member.get("/api/v1/images/" + ended.get("imageId").asInt());
    assertThat(picture.statusCode()).isEqualTo(200);
  }

  private Claim claimed(String asked) {
    return transaction
        .execute(_ -> queue.claim(1, 1000, Set.of(), 1000, Duration.ofMinutes(1)))
        .stream()
        .filter(claim -> claim.id().toString().equals(asked))
        .findFirst()
        .orElseThrow();
  }

  private static Made made() {
    var file =
        new PictureFile(
            new ObjectKey("remixing.png"),
            new ObjectKey("remixing.640.webp"),
            2,
            2,
            "1QcSHQRnh493V4dIh4eXh1h4kJUI");
    return new Made("sea", "reference", "painter:1", file);
  }

  private boolean somebodyWaitsFor(int holder) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE :holder = ANY (pg_blocking_pids(pid)))")
        .param("holder", holder)
        .query(Boolean.class)
        .single();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int hang(Caller owner) {
    return jdbc.sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, 'wall', 'prompt', 'public')
            RETURNING id
            """)
        .param("owner", owner.userId())
        .query(Integer.class)
        .single();
  }
}
