package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.Residue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SIGKILL in the middle of an erasure: the next process goes on with it, and nothing is left.
@Tag("long")
class ErasedIT {

  private static final int REQUESTS = 5_000;
  private static final int ENTRIES = 20_000;

  @Test
  void anErasureThatWasKilledTwiceEndsAllTheSame() throws Exception {
    try (var service = new ServiceProcess(folder(), Map.of("AIPIXELS_CREDITS_REFILL", "0"))) {
      service.awaitReady();
      var database = new Checker(service.data()).database();
      var member = Caller.signedIn(service.port(), "leaver");
      var neighbour = Caller.signedIn(service.port(), "neighbour");
      member.get("/api/v1/me/credits");
      neighbour.get("/api/v1/me/credits");
      fill(database, member);

      assertThat(member.delete("/api/v1/me?now=true").statusCode()).isEqualTo(202);
      killWhenBelow(REQUESTS, "generations", service, database, member);
      killWhenBelow(ENTRIES, "credit_entries", service, database, member);

      assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(401);
      var begun = System.nanoTime();
      awaitEnd(database, member);
      System.out.printf(
          "erasure: ended %d s after the second kill%n",
          Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      var residue = new Residue(database, service.data().resolve("files"));
      await().untilAsserted(() -> assertThat(residue.of(member.userId())).isEmpty());
      assertThat(residue.of(neighbour.userId())).contains("public.user_credits");
    }
  }

  private static void killWhenBelow(
      int most, String table, ServiceProcess service, JdbcClient database, Caller member) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> rows(table, database, member) < most);
    service.kill();
    service.restart();
    service.awaitReady();
    assertThat(rows("erasures", database, member)).isEqualTo(1);
    assertThat(rows("credit_entries", database, member)).as("cut in the middle").isPositive();
  }

  /// Turns the minute forward in which requests in flight may still write.
  private static void awaitEnd(JdbcClient database, Caller member) {
    database.sql("UPDATE erasures SET asked_at = asked_at - interval '1 minute'").update();
    await().atMost(Duration.ofMinutes(5)).until(() -> rows("erasures", database, member) == 0);
  }

  private static void fill(JdbcClient database, Caller member) {
    database
        .sql(
            """
            INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason)
            SELECT :member, 0, 10, 'correction' FROM generate_series(1, :count)
            """)
        .param("member", member.userId())
        .param("count", ENTRIES)
        .update();
    database
        .sql(
            """
            INSERT INTO generations (
              id, clerk_user_id, status, prompt, image_size, aspect_ratio, visibility, tags, allow_download,
              allow_comments, seed, request_hash, credits_remaining, engine, deadline, finished_at)
            SELECT gen_random_uuid(), :member, 'cancelled', 'prompt', 'small', '1:1', 'private', '{}', true,
                   true, 1, '', 10, 'painter', now(), now()
            FROM generate_series(1, :count)
            """)
        .param("member", member.userId())
        .param("count", REQUESTS)
        .update();
  }

  private static long rows(String table, JdbcClient database, Caller member) {
    return database
        .sql("SELECT count(*) FROM %s WHERE clerk_user_id = :member".formatted(table))
        .param("member", member.userId())
        .query(Long.class)
        .single();
  }

  private static Path folder() throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), "erased-");
  }
}
