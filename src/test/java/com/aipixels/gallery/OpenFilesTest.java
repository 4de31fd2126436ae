package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.identity.TurnableClock;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

@HouseTest
@TestPropertySource(properties = "aipixels.test.first-pages=1h")
class OpenFilesTest {

  private static final byte[] BYTES = new byte[100_000];

  @LocalServerPort int port;
  @Autowired ObjectStore store;
  @Autowired JdbcClient database;
  @Autowired MeterRegistry meters;

  @Test
  void areGivenToGuestsAsTheyWereToTheFirst() {
    var file = hang("09e1f11e", "public");

    var first = guest(file);
    var second = guest(file);

    assertThat(given()).isPositive();
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(BYTES);
    assertThat(headers(second)).isEqualTo(headers(first));
    var part = guest(file, "Range", "bytes=5-9");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).hasSize(5);
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(guest(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void areNotGivenWithoutLookingToWhoeverIsKnown() {
    var owner = Caller.signedIn(port, "openowner");
    var apart = Caller.signedIn(port, "openapart");
    var file = hang("09e2f11e", "public", owner.userId());
    owner.put("/api/v1/users/" + apart.userId() + "/block");
    guest(file);

    assertThat(guest(file).statusCode()).isEqualTo(200);
    assertThat(apart.get(file).statusCode()).isEqualTo(404);
  }

  @Test
  void areGoneWithTheirBytes() {
    var file = hang("09e3f11e", "public");
    guest(file);
    store.delete(new ObjectKey(file.substring("/files/".length())));

    assertThat(guest(file).statusCode()).isEqualTo(404);
  }

  @Test
  void areOnlyThoseOfPublicPictures() {
    var owner = Caller.signedIn(port, "closedowner");
    var file = hang("09e4f11e", "private", owner.userId());

    assertThat(owner.get(file).statusCode()).isEqualTo(200);
    assertThat(guest(file).statusCode()).isEqualTo(404);
  }

  @Test
  void areLookedUpAgainAfterASecondHoweverSlowlyTheyWereRead(@TempDir Path data) throws Exception {
    var clock = new TurnableClock(Instant.parse("2026-11-27T03:00:00Z"));
    var kept = Stores.in(data);
    kept.put(new ObjectKey("09e5f11e.png"), BYTES);
    var open = new OpenFiles(new FileSettings(Duration.ofSeconds(1)), kept, clock);
    var lookedUp = new AtomicInteger();
    FilterChain reading =
        (_, response) -> {
          lookedUp.incrementAndGet();
          ((HttpServletResponse) response)
              .setHeader("Cache-Control", "public, s-maxage=1, immutable");
          response.setContentType("image/png");
          clock.turn(Duration.ofMillis(400));
        };

    for (int i = 0; i < 2; i++) {
      open.doFilter(
          new MockHttpServletRequest("GET", "/files/09e5f11e.png"),
          new MockHttpServletResponse(),
          reading);
    }
    assertThat(lookedUp).hasValue(1);

    clock.turn(Duration.ofMillis(600));
    open.doFilter(
        new MockHttpServletRequest("GET", "/files/09e5f11e.png"),
        new MockHttpServletResponse(),
        reading);
    assertThat(lookedUp).hasValue(2);
  }

  private HttpResponse<byte[]> guest(String path, String... headers) {
    return Caller.guest(port).bytes(path, headers);
  }

  private static Map<String, Object> headers(HttpResponse<?> answer) {
    var headers = new TreeMap<String, Object>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  private double given() {
    return meters.counter("aipixels.open.files").count();
  }

  private String hang(String stem, String visibility) {
    return hang(stem, visibility, "somebody");
  }

  private String hang(String stem, String visibility, String owner) {
    store.put(new ObjectKey(stem + ".png"), BYTES);
    database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, :file, 'prompt', :visibility::visibility)
            """)
        .param("owner", owner)
        .param("file", stem + ".png")
        .param("visibility", visibility)
        .update();
    return "/files/" + stem + ".png";
  }
}
