package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class CompressionTest {

  @LocalServerPort int port;

  @Test
  void textTravelsCompressedAndIsRevalidated() {
    var page = ask("/", "Accept-Encoding", "gzip");
    assertThat(encoding(page)).isEqualTo("gzip");
    var tag = page.headers().firstValue("ETag").orElseThrow();
    assertThat(ask("/", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode())
        .isEqualTo(304);

    var head = Jsoup.parse(Caller.guest(port).get("/").body());
    var style = head.expectFirst("link[rel=stylesheet]").attr("href");
    var script = head.expectFirst("script").attr("src");
    assertThat(encoding(ask(style, "Accept-Encoding", "gzip"))).isEqualTo("gzip");
    assertThat(encoding(ask(script, "Accept-Encoding", "gzip"))).isEqualTo("gzip");
  }

  @Test
  void nothingIsCompressedTwiceOrForWhoeverCannotReadIt() {
    assertThat(encoding(ask("/"))).isEmpty();
    var icon = Jsoup.parse(Caller.guest(port).get("/").body());
    var picture = icon.expectFirst("link[rel=apple-touch-icon]").attr("href");
    assertThat(encoding(ask(picture, "Accept-Encoding", "gzip"))).isEmpty();
  }

  private HttpResponse<byte[]> ask(String path, String... headers) {
    return Caller.guest(port).bytes(path, headers);
  }

  private static String encoding(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Encoding").orElse("");
  }
}
