package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long it takes until nothing is to be seen of a member with very many pictures. Prints its
/// figures.
@HouseTest
class LargeLeaverTest {

  private static final int PICTURES = Integer.getInteger("aipixels.pictures", 1_000);

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Test
  void aLargeGalleryGoesOutOfSightAndComesBackWhole() {
    var member = Caller.signedIn(port, "leavinglarge");
    database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags, category)
            SELECT :member, 'wall', 'prompt', 'public', ARRAY['tag' || n % 50, 'common'], 'animal'
            FROM generate_series(1, :count) n
            """)
        .param("member", member.userId())
        .param("count", PICTURES)
        .update();
    database.sql("ANALYZE").update();

    var begun = Instant.now();
    assertThat(member.delete("/api/v1/me").statusCode()).isEqualTo(202);
    var answered = Duration.between(begun, Instant.now());
    var left = publicOnes(member);
    awaitPublicOnes(member, 0);
    var gone = Duration.between(begun, Instant.now());
    begun = Instant.now();
    member.post("/api/v1/me/return", "");
    awaitPublicOnes(member, PICTURES);
    var back = Duration.between(begun, Instant.now());

    System.out.printf(
        "leaving with %d public pictures: answered after %d ms with %d still to hide,"
            + " all hidden after %d ms, all back %d ms after returning%n",
        PICTURES, answered.toMillis(), left, gone.toMillis(), back.toMillis());
    assertThat(database.sql("SELECT count(*) FROM counter_drift").query(Integer.class).single())
        .isZero();
  }

  private void awaitPublicOnes(Caller member, int count) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> publicOnes(member) == count);
  }

  private int publicOnes(Caller member) {
    return database
        .sql("SELECT count(*) FROM images WHERE clerk_user_id = :member AND visibility = 'public'")
        .param("member", member.userId())
        .query(Integer.class)
        .single();
  }
}
