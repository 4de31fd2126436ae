package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// What those see who find pictures elsewhere: search engines, feed readers, and sites that embed.
@HouseTest
class SharingTest {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Test
  void aPublicPictureSaysWhatItIsAndAPrivateOneNothing() {
    var maker = Caller.signedIn(port, "shown-maker");
    var image = hang(maker, "노을 <배> & \"달\"", "public");
    var page = Browser.at(port).open("/images/" + image).document().head();

    assertThat(page.expectFirst("link[rel=canonical]").attr("href"))
        .isEqualTo(site() + "/images/" + image);
    assertThat(page.expectFirst("meta[property=og:title]").attr("content"))
        .isEqualTo("노을 <배> & \"달\"");
    assertThat(page.expectFirst("meta[property=og:image]").attr("content"))
        .startsWith(site() + "/files/");
    assertThat(page.expectFirst("meta[property=og:image:width]").attr("content")).isEqualTo("512");
    assertThat(page.select("meta[name=robots]")).isEmpty();

    var hidden = hang(maker, "혼자 보는 그림", "private");
    var own = Browser.signedInAt(port, "shown-maker").open("/images/" + hidden).document().head();
    assertThat(own.expectFirst("meta[name=robots]").attr("content")).isEqualTo("noindex");
    assertThat(own.select("meta[property], link[rel=canonical], link[type*=oembed]")).isEmpty();
  }

  @Test
  void onlyPagesThatAnybodyMayFindAreFound() {
    var member = Browser.signedInAt(port, "looking");
    for (var path : List.of("/me", "/me/credits", "/create", "/search?q=a", "/?sort=popular")) {
      assertThat(member.open(path).document().select("meta[name=robots][content=noindex]"))
          .as(path)
          .hasSize(1);
    }
    for (var path : List.of("/", "/?category=animal", "/?tag=a", "/about-ai", "/verify")) {
      var head = member.open(path).document().head();
      assertThat(head.select("meta[name=robots]")).as(path).isEmpty();
      assertThat(head.expectFirst("link[rel=canonical]").attr("href")).isEqualTo(site() + path);
    }
  }

  @Test
  void theSitemapNamesEveryPublicPictureAndNoOther() {
    var maker = Caller.signedIn(port, "mapped");
    var shown = hang(maker, "보이는 그림", "public");
    var hidden = hang(maker, "안 보이는 그림", "private");
    var robots = Caller.guest(port).get("/robots.txt").body();
    assertThat(robots).contains("Disallow: /api/", "Sitemap: " + here() + "/sitemap.xml");

    var index = xml("/sitemap.xml");
    var parts = index.getElementsByTagNameNS(SITEMAP, "loc");
    assertThat(parts.getLength()).isPositive();
    var pictures = xml("/sitemaps/" + shown / 10_000).getElementsByTagNameNS(SITEMAP, "loc");
    assertThat(texts(pictures))
        .contains(here() + "/images/" + shown)
        .doesNotContain(here() + "/images/" + hidden);
    assertThat(Caller.guest(port).get("/sitemaps/99999").statusCode()).isEqualTo(404);
    assertThat(Caller.guest(port).get("/sitemaps/-1").statusCode()).isEqualTo(404);
  }

  @Test
  void feedReadersHearOfNewPictures() {
    var maker = Caller.signedIn(port, "syndicated");
    var image = hang(maker, "<b>굵은</b> & \u0001 🎨", "public");
    hang(maker, "비밀 그림", "private");

    for (var path : List.of("/feed.atom", "/users/" + maker.userId() + "/feed.atom")) {
      var feed = xml(path);
      var titles = texts(feed.getElementsByTagNameNS(ATOM, "title"));
      assertThat(titles).as(path).contains("<b>굵은</b> &  🎨").doesNotContain("비밀 그림");
      assertThat(texts(feed.getElementsByTagNameNS(ATOM, "id")))
          .contains(here() + "/images/" + image);
      assertThat(texts(feed.getElementsByTagNameNS(ATOM, "content")))
          .anyMatch(content -> content.contains("alt=\"&lt;b&gt;굵은"));
    }
    assertThat(texts(xml("/feed.atom?tag=nobody-uses-this").getElementsByTagNameNS(ATOM, "entry")))
        .isEmpty();
    assertThat(Caller.guest(port).get("/users/user_0000neverwas/feed.atom").statusCode())
        .isEqualTo(404);
    var page = Browser.at(port).open("/?tag=sea").document().head();
    assertThat(page.expectFirst("link[type=application/atom+xml]").attr("href"))
        .isEqualTo("/feed.atom?tag=sea");
  }

  @Test
  void otherSitesMayEmbedWhatIsPublic() {
    var maker = Caller.signedIn(port, "embedded");
    var image = hang(maker, "끼운 그림", "public");
    var hidden = hang(maker, "숨긴 그림", "private");

    var photo = Caller.json(embed(here() + "/images/" + image));
    assertThat(photo.get("type").asString()).isEqualTo("photo");
    assertThat(photo.get("title").asString()).isEqualTo("끼운 그림");
    assertThat(photo.get("author_name").asString()).isEqualTo("embedded");
    assertThat(photo.get("url").asString()).startsWith(here() + "/files/");
    for (var url :
        List.of(
            here() + "/images/" + hidden,
            here() + "/images/99999999999",
            here() + "/me",
            "https://elsewhere.example/images/" + image,
            "")) {
      assertThat(embed(url).statusCode()).as(url).isEqualTo(404);
    }
  }

  @Test
  void theSiteCanBeKeptOnAPhone() {
    var page = Browser.at(port).open("/").document().head();
    var manifest = Caller.guest(port).get(page.expectFirst("link[rel=manifest]").attr("href"));
    assertThat(manifest.statusCode()).isEqualTo(200);
    for (var icon : Caller.json(manifest).get("icons")) {
      assertThat(Caller.guest(port).get(icon.get("src").asString()).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> embed(String url) {
    return Caller.guest(port).get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
  }

  private int hang(Caller owner, String title, String visibility) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, title, visibility, width, height)
            VALUES (:owner, md5(:title) || '00000000.png', 'prompt', :title, :visibility::visibility, 512, 512)
            RETURNING id
            """)
        .params(Map.of("owner", owner.userId(), "title", title, "visibility", visibility))
        .query(Integer.class)
        .single();
  }

  private Document xml(String path) {
    var answer = Caller.guest(port).bytes(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
    } catch (Exception e) {
      throw new AssertionError(path + " is no XML", e);
    }
  }

  private static List<String> texts(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(at -> nodes.item(at).getTextContent())
        .toList();
  }

  /// As a browser names this machine.
  private String site() {
    return "http://localhost:" + port;
  }

  private String here() {
    return "http://127.0.0.1:" + port;
  }
}
