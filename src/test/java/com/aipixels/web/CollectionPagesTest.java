package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class CollectionPagesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Test
  void aPictureIsPutIntoANewCollectionAndTakenOutAgain() {
    var picture = hang("shown-maker", "바다 그림");
    var member = Browser.signedInAt(port, "page-keeper");
    var link = member.open(picture).the("a[href=" + picture + "/collect]").attr("href");

    var begun =
        member.submit(member.open(link).form(link), Map.of("name", "바다", "visibility", "public"));
    var shelf = begun.location();

    assertThat(shelf).startsWith("/collections/");
    assertThat(member.open(shelf).the("h1").text()).isEqualTo("바다");
    assertThat(member.open(shelf).the(".tile-title").text()).isEqualTo("바다 그림");
    assertThat(member.open("/me/collections").the(".shelf").text()).contains("바다", "그림 1장");
    var owner = Caller.signedIn(port, "page-keeper").userId();
    var guest = Browser.at(port);
    assertThat(guest.open("/users/" + owner).the(".shelf").text()).contains("바다");
    assertThat(guest.open("/users/" + owner + "/collections").the(".shelf").text()).contains("바다");
    assertThat(guest.open(shelf).document().select("main form")).isEmpty();

    var out = shelf + "/images/" + picture.substring("/images/".length()) + "/remove";
    var removed = member.submit(member.open(link).form(out), Map.of());
    assertThat(removed.location()).isEqualTo(link);
    assertThat(member.open(shelf).document().select(".tile")).isEmpty();
    assertThat(member.open(link).the(".person-row button").text()).isEqualTo("담기");
  }

  @Test
  void itsOwnerArrangesIt() {
    var first = hang("page-maker", "첫째");
    var second = hang("page-maker", "둘째");
    var member = Browser.signedInAt(port, "arranger");
    var shelf = begin(member, "차례");
    for (var picture : new String[] {first, second}) {
      var collect = member.open(picture + "/collect");
      member.submit(collect.form(shelf + picture), Map.of());
    }

    member.submit(member.open(shelf).form(shelf + second), Map.of());
    assertThat(member.open(shelf).document().select(".tile-title").eachText())
        .containsExactly("둘째", "첫째");
    member.submit(member.open(shelf).form(shelf + first + "/cover"), Map.of());
    assertThat(member.open("/me/collections").the(".shelf img").attr("alt")).isEqualTo("첫째");
    member.submit(member.open(shelf).form(shelf), Map.of("name", "다른 이름"));
    assertThat(member.open(shelf).the("h1").text()).isEqualTo("다른 이름");
    var refused = member.submit(member.open(shelf).form(shelf), Map.of("name", "x".repeat(101)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the("#name-mistake").text()).contains("100자");

    var deleted = member.submit(member.open(shelf).form(shelf + "/delete"), Map.of());
    assertThat(deleted.location()).isEqualTo("/me/collections");
    assertThat(member.open(shelf).status()).isEqualTo(404);
  }

  @Test
  void aLinkShowsAPrivateOne() {
    var picture = hang("link-maker", "나눌 그림");
    var member = Browser.signedInAt(port, "page-sharer");
    var shelf = begin(member, "비밀");
    member.submit(member.open(picture + "/collect").form(shelf + picture), Map.of());
    var guest = Browser.at(port);
    assertThat(guest.open(shelf).status()).isEqualTo(404);

    member.submit(member.open(shelf).form(shelf + "/link"), Map.of());
    var address = member.open(shelf).the("#address").attr("value");

    var path = address.substring(address.indexOf("/collections/"));
    assertThat(guest.open(path).the(".tile-title").text()).isEqualTo("나눌 그림");
    member.submit(member.open(shelf).form(shelf + "/unlink"), Map.of());
    assertThat(guest.open(path).status()).isEqualTo(404);
  }

  private String begin(Browser member, String name) {
    var form = member.open("/me/collections").form("/me/collections");
    return member.submit(form, Map.of("name", name)).location();
  }

  private String hang(String maker, String title) {
    return "/images/"
        + database
            .sql(
                """
                INSERT INTO images (clerk_user_id, title, file_path, prompt, visibility)
                VALUES (:maker, :title, 'wall', 'prompt', 'public')
                RETURNING id
                """)
            .param("maker", Caller.signedIn(port, maker).userId())
            .param("title", title)
            .query(Integer.class)
            .single();
  }
}
