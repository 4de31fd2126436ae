package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in for a picture that is not there yet, or not to be seen.
@HouseTest
class PlaceholdersTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Test
  void everyPictureThatIsMadeTellsItsColours() {
    var maker = Caller.signedIn(port, "colours");
    maker.ended(maker.ask(Map.of("prompt", "노을 지는 바다", "imageSize", "small")));
    var card = Caller.json(maker.get("/api/v1/me/images")).get("items").get(0);
    var id = card.get("id").asInt();

    var hash = card.get("thumbHash").asString();

    assertThat(Base64.getDecoder().decode(hash)).hasSizeBetween(5, 25);
    assertThat(Caller.json(maker.get("/api/v1/images/" + id)).get("thumbHash").asString())
        .isEqualTo(hash);
    assertThat(
            database
                .sql("SELECT count(*) FROM unhashed_images WHERE image_id = " + id)
                .query(Integer.class)
                .single())
        .isZero();
    for (var page : new String[] {"/me", "/images/" + id}) {
      var shown = Jsoup.parse(maker.get(page).body());
      assertThat(shown.select("img[data-hash]").eachAttr("data-hash")).containsOnly(hash);
    }
  }

  @Test
  void aPictureFromElsewhereHasNone() {
    var id =
        database
            .sql(
                """
                INSERT INTO images (clerk_user_id, file_path, prompt, title, visibility, category, style)
                VALUES ('colourless', 'https://example.org/far.png', '저녁 항구에 돌아오는 배', '노을 항구',
                        'public', 'landscape', 'watercolor')
                RETURNING id
                """)
            .query(Integer.class)
            .single();
    var guest = Caller.guest(port);

    assertThat(Caller.json(guest.get("/api/v1/images/" + id)).get("thumbHash").isNull()).isTrue();
    var reader = Browser.at(port);
    var tile = reader.open("/users/colourless").the(".tile img");
    assertThat(tile.hasAttr("data-hash")).isFalse();
    assertThat(tile.attr("alt")).isEqualTo("노을 항구 — 풍경, 수채화");
    assertThat(reader.open("/images/" + id).the("img.whole").attr("alt"))
        .isEqualTo("노을 항구 — 저녁 항구에 돌아오는 배");
  }

  @Test
  void theScriptIsSmallAndWaitsForThePage() {
    var guest = Caller.guest(port);
    var script = Jsoup.parse(guest.get("/").body()).expectFirst("script[src*=placeholders]");

    assertThat(script.hasAttr("defer")).isTrue();
    assertThat(guest.bytes(script.attr("src")).body().length).isLessThan(3 << 10);
  }
}
