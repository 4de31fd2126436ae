package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class DownloadTest {

  @LocalServerPort int port;

  @Test
  void givesTheFileToWhomItsOwnerLetsHaveIt() {
    var owner = Caller.signedIn(port, "keeper");
    var guest = Caller.guest(port);
    var picture = picture(owner);
    var download = picture + "/download";

    assertThat(guest.get(download).statusCode()).isEqualTo(404);
    owner.patch(picture, Map.of("visibility", "public", "allowDownload", false));
    var refused = guest.get(download);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Caller.json(refused).get("code").asString()).isEqualTo("download_disabled");
    assertThat(owner.bytes(download).statusCode()).isEqualTo(200);
    owner.patch(picture, Map.of("allowDownload", true));
    var file = guest.bytes(download);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"aipixels-");
    var shown = Caller.json(guest.get(picture));
    assertThat(file.body()).isEqualTo(guest.bytes(shown.get("fileUrl").asString()).body());
  }

  @Test
  void countsOnceHoweverOftenItIsResumed() {
    var owner = Caller.signedIn(port, "counter");
    var picture = picture(owner);
    var download = picture + "/download";

    var etag = owner.bytes(download).headers().firstValue("ETag").orElseThrow();
    assertThat(owner.bytes(download, "Range", "bytes=10-").statusCode()).isEqualTo(206);
    assertThat(owner.bytes(download, "If-None-Match", etag).statusCode()).isEqualTo(304);

    assertThat(Caller.json(owner.get(picture)).get("downloadCount").asInt()).isEqualTo(1);
  }

  @Test
  void saysThatThereIsNoSuchPart() {
    var owner = Caller.signedIn(port, "beyond");
    var shown = Caller.json(owner.get(picture(owner)));

    for (var file : List.of(shown.get("fileUrl").asString(), picture(owner) + "/download")) {
      var answer = owner.bytes(file, "Range", "bytes=99999999-");
      assertThat(answer.statusCode()).as(file).isEqualTo(416);
      assertThat(answer.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes */");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(new String(answer.body(), UTF_8)).contains("\"code\":\"range_not_satisfiable\"");
    }
  }

  private static String picture(Caller owner) {
    var ended = owner.ended(owner.ask(Map.of("prompt", "바다", "imageSize", "small")));
    return "/api/v1/images/" + ended.get("imageId").asInt();
  }
}
