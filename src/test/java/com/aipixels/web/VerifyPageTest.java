package com.aipixels.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class VerifyPageTest {

  @LocalServerPort int port;

  @Test
  void saysOfAFileWhetherItWasMadeHere() {
    var maker = Caller.signedIn(port, "page-verified");
    var ended =
        maker.ended(
            maker.ask(
                Map.of(
                    "prompt",
                    "산",
                    "title",
                    "확인할 산",
                    "imageSize",
                    "small",
                    "visibility",
                    "public")));
    var picture = "/images/" + ended.get("imageId").asInt();
    var file = maker.bytes("/api/v1" + picture + "/download").body();
    var page = Browser.at(port).open("/verify");
    assertThat(page.form("/verify").attr("enctype")).isEqualTo("multipart/form-data");

    await()
        .untilAsserted(() -> {
          var known = Jsoup.parse(send(file).body());
          assertThat(known.expectFirst(".notice").text()).contains("이곳에서 만든 그림이에요");
          assertThat(known.expectFirst(".verdict a").attr("href")).isEqualTo(picture);
          assertThat(known.expectFirst(".verdict").text()).contains("확인할 산", "painter");
        });
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    for (var nothing : new byte[][] {{}, "no picture".getBytes(ISO_8859_1)}) {
      var refused = send(nothing);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Jsoup.parse(refused.body()).expectFirst("#file-mistake").text()).contains("PNG");
    }
    assertThat(send(new byte[(32 << 20) + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void noOtherFormTakesFiles() {
    var answer = send("/search", new byte[100]);
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(send("/search", new byte[1 << 20]).statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> send(byte[] file) {
    return send("/verify", file);
  }

  private HttpResponse<String> send(String path, byte[] file) {
    var head =
        """
        --x\r
        Content-Disposition: form-data; name="file"; filename="a.png"\r
        Content-Type: image/png\r
        \r
        """;
    var body = head + new String(file, ISO_8859_1) + "\r\n--x--\r\n";
    var request =
        Caller.guest(port)
            .request(path, "Accept", "text/html", "Accept-Language", "ko")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .expectContinue(true)
            .POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
    return Caller.send(request, BodyHandlers.ofString());
  }
}
