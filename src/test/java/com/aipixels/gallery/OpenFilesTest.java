package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
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
