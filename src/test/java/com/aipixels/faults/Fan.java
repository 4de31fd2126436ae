package com.aipixels.faults;

import com.aipixels.Caller;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member who likes, comments on and remixes what others hang, reads now and then, and tries
/// again whenever the service is gone. Remixes are written past the service, as a foreign client
/// would.
final class Fan {

  private final Caller caller;
  private final Random random;
  private final List<Integer> pictures;
  private final JdbcClient database;
  private final BlockingQueue<Boolean> turns;
  private final List<String> broken = new CopyOnWriteArrayList<>();

  /// @param turns shared by all fans: `true` for each act, then `false` for each fan, who goes home
  Fan(
      Caller caller,
      long seed,
      List<Integer> pictures,
      JdbcClient database,
      BlockingQueue<Boolean> turns) {
    this.caller = caller;
    this.random = new Random(seed);
    this.pictures = pictures;
    this.database = database;
    this.turns = turns;
  }

  /// Answers that nobody should ever get.
  List<String> broken() {
    return broken;
  }

  /// Acts until sent home.
  void actAway() {
    while (mayAct()) {
      var picture = pictures.get(random.nextInt(pictures.size()));
      switch (random.nextInt(4)) {
        case 0 -> comment(picture);
        case 1 -> remix(picture);
        default -> like(picture);
      }
      if (random.nextInt(10) == 0) {
        readSome();
      }
    }
  }

  private boolean mayAct() {
    try {
      return turns.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void like(int picture) {
    expect(200, () -> caller.put("/api/v1/images/%d/like".formatted(picture)));
  }

  private void comment(int picture) {
    var key = "key-" + random.nextLong();
    expect(
        201,
        () ->
            caller.post(
                "/api/v1/images/%d/comments".formatted(picture),
                Map.of("content", "멋져요 " + key),
                "Idempotency-Key",
                key));
  }

  private void remix(int picture) {
    var file = "remix-" + caller.userId() + random.nextLong();
    while (true) {
      try {
        database
            .sql(
                """
                INSERT INTO images (clerk_user_id, file_path, prompt, visibility, source_image_id)
                SELECT :member, :file, 'prompt', 'public', :source
                WHERE NOT EXISTS (SELECT FROM images WHERE file_path = :file)
                """)
            .param("member", caller.userId())
            .param("file", file)
            .param("source", picture)
            .update();
        return;
      } catch (DataAccessException _) {
        rest();
      }
    }
  }

  private void readSome() {
    expect(200, () -> caller.post("/api/v1/me/notifications/read", Map.of("upTo", 1L << 40)));
  }

  private void expect(int status, Supplier<HttpResponse<String>> call) {
    while (true) {
      try {
        var answer = call.get();
        if (answer.statusCode() != 503) {
          if (answer.statusCode() != status) {
            broken.add(answer.statusCode() + " " + answer.body());
          }
          return;
        }
      } catch (UncheckedIOException _) {
        // killed in the middle of it
      }
      rest();
    }
  }

  private static void rest() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
  }
}
