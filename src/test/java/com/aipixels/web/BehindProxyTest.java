package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// The service as it is for a country: an nginx in front sends the pictures, and first pages are
/// ready bytes.
@HouseTest
@TestPropertySource(
    properties = {"aipixels.accel-redirect=/_files/", "aipixels.test.first-pages=1h"})
class BehindProxyTest {

  @LocalServerPort int port;

  @Value("${aipixels.data}")
  Path data;

  @Test
  void nginxIsToldWhereAPictureLiesByWhoeverMaySeeIt() {
    var owner = Caller.signedIn(port, "owner");
    var ended = owner.ended(owner.ask(Map.of("prompt", "바다", "imageSize", "small")));
    var picture = Caller.json(owner.get("/api/v1/images/" + ended.get("imageId").asInt()));
    var file = picture.get("fileUrl").asString();

    var answer = owner.get(file);
    assertThat(answer.body()).isEmpty();
    var place = header(answer, "X-Accel-Redirect");
    assertThat(place).startsWith("/_files/");
    assertThat(Files.isRegularFile(data.resolve("files").resolve(place.substring(8)))).isTrue();
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "Cache-Control")).startsWith("private");
    var refused = Caller.guest(port).get(file);
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(header(refused, "X-Accel-Redirect")).isEmpty();
  }

  @Test
  void nginxIsToldTheSameForGuestsWhoComeLater() {
    var owner = Caller.signedIn(port, "publisher");
    var ended =
        owner.ended(owner.ask(Map.of("prompt", "산", "imageSize", "small", "visibility", "public")));
    var picture = Caller.json(owner.get("/api/v1/images/" + ended.get("imageId").asInt()));
    var file = picture.get("fileUrl").asString();

    var first = ask(file);
    var second = ask(file);

    assertThat(second.headers().firstValue("X-Accel-Redirect")).isPresent();
    for (var name : first.headers().map().keySet()) {
      if (!name.equals("date")) {
        assertThat(second.headers().allValues(name))
            .as(name)
            .isEqualTo(first.headers().allValues(name));
      }
    }
  }

  @Test
  void aFirstPageFromReadyBytesIsThePageItself() throws Exception {
    var member = Caller.signedIn(port, "reader");
    for (var path : new String[] {"/", "/api/v1/images?sort=popular"}) {
      var made = ask(path);
      var ready = ask(path);
      assertThat(ready.body()).isEqualTo(made.body());
      assertThat(ready.headers().map().keySet()).isEqualTo(made.headers().map().keySet());
      for (var name : new String[] {"ETag", "Cache-Control", "Content-Security-Policy"}) {
        assertThat(ready.headers().allValues(name)).isEqualTo(made.headers().allValues(name));
      }
      var tag = ready.headers().firstValue("ETag").orElseThrow();
      assertThat(ask(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      var small = ask(path, "Accept-Encoding", "gzip");
      assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
          .isEqualTo(made.body());
      assertThat(member.get(path).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<byte[]> ask(String path, String... headers) {
    return Caller.guest(port).bytes(path, headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
