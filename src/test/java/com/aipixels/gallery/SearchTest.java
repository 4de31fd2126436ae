package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Who finds what in which order. Each test searches below a tag of its own, since others hang
/// their pictures in the same gallery.
@HouseTest
class SearchTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  private PictureRows rows;
  private Caller guest;

  @BeforeEach
  void open() {
    rows = new PictureRows(database);
    guest = Caller.guest(port);
  }

  @Test
  void aPictureIsFoundWhoeverInsertedIt() {
    rows.titled("foreign", "밤하늘의 고래");

    assertFound("고래", "foreign", "밤하늘의 고래");
  }

  @Test
  void ourOwnPicturesAreFoundFromTheirPublicationUntilTheyAreHidden() {
    var owner = Caller.signedIn(port, "searched");
    owner.ended(
        owner.ask(Map.of("prompt", "등대 옆의 펭귄", "tags", List.of("own"), "imageSize", "small")));
    var path =
        "/api/v1/images/"
            + Caller.json(owner.get("/api/v1/me/images")).get("items").get(0).get("id").asInt();
    rows.awaitAnalysis();
    assertThat(titles(owner, "펭귄", "own")).isEmpty();

    owner.patch(path, Map.of("visibility", "public", "title", "남극"));
    assertFound("펭귄", "own", "남극");
    assertFound("남극", "own", "남극");

    owner.patch(path, Map.of("title", "북극"));
    assertThat(titles(guest, "남극", "own")).isEmpty();
    assertFound("북극", "own", "북극");

    owner.patch(path, Map.of("visibility", "private"));
    assertThat(titles(owner, "펭귄", "own")).isEmpty();

    owner.patch(path, Map.of("visibility", "public"));
    assertFound("펭귄", "own", "북극");
    owner.delete(path);
    assertThat(titles(guest, "펭귄", "own")).isEmpty();
  }

  @Test
  void privatePicturesAreNeverFoundNotEvenByCount() {
    rows.titled("private", "낙타");
    rows.hidden("private", "낙타 떼");
    rows.awaitAnalysis();

    var answer = search(guest, "낙타", "private", "&limit=1");
    assertThat(titles(answer)).containsExactly("낙타");
    assertThat(answer.get("nextCursor").isNull()).isTrue();
    assertThat(
            database
                .sql(
                    """
                    SELECT count(*) FROM image_search s JOIN images i ON i.id = s.image_id
                    WHERE i.visibility <> 'public'
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void peopleKeptApartDoNotFindEachOther() {
    var shy = Caller.signedIn(port, "shy");
    var pushy = Caller.signedIn(port, "pushy");
    rows.of(shy.userId(), "apart", "수줍은 해파리");
    rows.of(pushy.userId(), "apart", "뻔뻔한 해파리");
    rows.block(shy.userId(), pushy.userId());
    rows.awaitAnalysis();

    for (var sort : List.of("relevance", "latest")) {
      var how = "&sort=" + sort;
      assertThat(titles(search(shy, "해파리", "apart", how))).containsExactly("수줍은 해파리");
      assertThat(titles(search(pushy, "해파리", "apart", how))).containsExactly("뻔뻔한 해파리");
      assertThat(titles(search(guest, "해파리", "apart", how))).hasSize(2);
    }
  }

  @Test
  void filtersNarrowWhatIsFound() {
    var anime = rows.titled("narrow", "올빼미 하나");
    rows.titled("narrow", "올빼미 둘");
    rows.look(anime, "animal", "anime", "dark");
    rows.awaitAnalysis();

    for (var filter : List.of("category=animal", "style=anime", "colorTone=dark")) {
      assertThat(titles(search(guest, "올빼미", "narrow", "&" + filter))).containsExactly("올빼미 하나");
      assertThat(titles(search(guest, "올빼미", "narrow", "&sort=latest&" + filter)))
          .containsExactly("올빼미 하나");
    }
    assertThat(titles(search(guest, "올빼미", "narrow", "&style=cartoon"))).isEmpty();
  }

  @Test
  void aTitleCountsMoreThanADescriptionAndTheNewerMoreThanTheOlder() {
    rows.picture("ranked", "산 너머", "판다 없는 그림", "판다 한 마리가 있다", 0);
    rows.picture("ranked", "판다 옛날", "동물원", null, 20);
    rows.picture("ranked", "판다 오늘", "동물원", null, 10);
    rows.picture("ranked", "산 너머 그림", "판다가 있는 그림", null, 5);
    rows.awaitAnalysis();

    assertThat(titles(guest, "판다", "ranked")).startsWith("판다 오늘", "판다 옛날").hasSize(4);
    assertThat(titles(search(guest, "판다", "ranked", "&sort=latest")))
        .containsExactly("산 너머", "산 너머 그림", "판다 오늘", "판다 옛날");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "latest"})
  void pagesShowEachOfManyEqualPicturesOnceWhileMoreArePublished(String sort) {
    var tag = "many-" + sort;
    var before = IntStream.range(0, 450).mapToObj(i -> "코끼리 " + i).toList();
    rows.titled(tag, before);
    rows.awaitAnalysis();

    var seen = new ArrayList<String>();
    var cursor = "";
    while (cursor != null) {
      var page = search(guest, "코끼리", tag, "&limit=97&sort=" + sort + cursor);
      seen.addAll(titles(page));
      rows.titled(tag, "코끼리 새로 " + seen.size());
      rows.awaitAnalysis();
      cursor =
          page.get("nextCursor").isNull() ? null : "&cursor=" + page.get("nextCursor").asString();
    }

    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"🦩 두루미", "두루미🦩 춤", "🦩🦩두루미가", "두루미 😀🏽 춤", "‘두루미’ ★ 춤", "\u200B두루미👩‍👩‍👧"})
  void whatStandsBetweenWordsIsNoneOfThem(String title) {
    var tag = "between" + title.hashCode();
    rows.titled(tag, title);

    assertFound("두루미", tag, title);
    assertFound("😀 두루미 🦩", tag, title);
  }

  @Test
  void whatCannotBeSearchedForIsRefusedByName() {
    for (var q : List.of("", "   ", "가".repeat(201))) {
      assertRefused("q=" + encoded(q), "q");
    }
    assertRefused("sort=relevance", "sort");
    assertRefused("q=a&sort=popularest", "sort");
    assertThat(guest.get("/api/v1/images?q=cat&cursor=zzz").body()).contains("invalid_cursor");
    assertThat(guest.get("/api/v1/images?q=" + encoded("🐱".repeat(200))).statusCode())
        .isEqualTo(200);
  }

  private void assertRefused(String query, String field) {
    var answer = guest.get("/api/v1/images?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  private void assertFound(String q, String tag, String... titles) {
    await().untilAsserted(() -> assertThat(titles(guest, q, tag)).containsExactly(titles));
  }

  private static List<String> titles(Caller caller, String q, String tag) {
    return titles(search(caller, q, tag, ""));
  }

  private static List<String> titles(JsonNode page) {
    return page.get("items").valueStream().map(card -> card.get("title").asString()).toList();
  }

  private static JsonNode search(Caller caller, String q, String tag, String more) {
    return Caller.json(caller.get("/api/v1/images?q=" + encoded(q) + "&tag=" + tag + more));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
