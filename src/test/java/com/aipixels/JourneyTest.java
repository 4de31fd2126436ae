package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.account.OtherHouse;
import com.aipixels.account.Parcel;
import com.aipixels.moderation.Desk;
import com.aipixels.notifications.Tab;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product's story, from the first sign-in to the picture that everybody sees.
@HouseTest
@TestPropertySource(properties = "aipixels.story=journey")
class JourneyTest {

  private static final Map<String, Object> SEA =
      Map.of(
          "prompt", "노을 지는 바다 위의 작은 배",
          "category", "landscape",
          "style", "watercolor",
          "colorTone", "warm",
          "imageSize", "small",
          "tags", List.of(" 바다 ", "Sunset"));

  @LocalServerPort int port;

  @Test
  void aKoreanPromptBecomesAPictureThatEverybodySees() {
    var minji = Caller.signedIn(port, "minji");
    var jun = Caller.signedIn(port, "jun");
    assertThat(creditsOf(minji)).isEqualTo(10);

    var generation = minji.ask(SEA);
    var stream = minji.follow(generation);
    assertThat(statusesOf(stream))
        .isSubsetOf("queued", "running", "succeeded")
        .endsWith("succeeded");
    assertThat(progressOf(stream)).isSorted().endsWith(1.0);
    var ended = Caller.json(minji.get("/api/v1/generations/" + generation));
    assertThat(ended.get("prompt").asString()).isEqualTo("노을 지는 바다 위의 작은 배");
    assertThat(ended.get("progress").asDouble()).isEqualTo(1);
    assertThat(creditsOf(minji)).isEqualTo(9);

    var picture = "/api/v1/images/" + ended.get("imageId").asInt();
    var card = onlyCard(minji.get("/api/v1/me/images").body());
    assertThat(card.get("author").get("username").asString()).isEqualTo("minji");
    assertThat(card.get("visibility").asString()).isEqualTo("private");
    isHiddenFrom(jun, picture, card);
    isHiddenFrom(Caller.guest(port), picture, card);

    var published = minji.patch(picture, Map.of("visibility", "public"));
    assertThat(published.statusCode()).isEqualTo(200);
    for (var feed :
        List.of(
            "",
            "?category=landscape",
            "?tag=%EB%B0%94%EB%8B%A4",
            "?tag=sunset",
            "?sort=popular&category=landscape&style=watercolor&colorTone=warm")) {
      var first = Caller.json(jun.get("/api/v1/images" + feed)).get("items").get(0);
      assertThat(first.get("id")).as(feed).isEqualTo(card.get("id"));
    }
    var seen = Caller.json(jun.get(picture));
    assertThat(seen.get("isOwner").asBoolean()).isFalse();
    assertThat(seen.get("isLiked").asBoolean()).isFalse();
    var file = Caller.guest(port).bytes(card.get("fileUrl").asString());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void theEleventhPictureOfADayIsRefusedKindly() {
    var member = Caller.signedIn(port, "eleven");
    for (var request = 1; request <= 10; request++) {
      var answer = member.post("/api/v1/generations", SEA);
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(Caller.json(answer).get("creditsRemaining").asInt()).isEqualTo(10 - request);
    }

    var refused = member.post("/api/v1/generations", SEA);

    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(Caller.json(refused).get("code").asString()).isEqualTo("insufficient_credits");
    var queued = Caller.json(member.get("/api/v1/generations?limit=100")).get("items");
    queued.forEach(open ->
        member.post("/api/v1/generations/%s/cancel".formatted(open.get("id").asString()), ""));
    var pictures = Caller.json(member.get("/api/v1/me/images?limit=100")).get("items").size();
    assertThat(creditsOf(member)).isEqualTo(10 - pictures);
  }

  @Test
  void aRemixIsNoticedKeptReportedHiddenRestoredAndTakenAlong() {
    var minji = Caller.signedIn(port, "minji-again");
    var jun = Caller.signedIn(port, "jun-again");
    var judge = Desk.moderator(port, "judge");
    var second = Desk.moderator(port, "second-judge");
    var source = published(minji, Map.of("prompt", "여름 바다", "imageSize", "small"));
    var tab = new Tab(minji);
    var otherTab = new Tab(minji);
    tab.hears("unread {\"unreadNotifications\":1}");

    var remix =
        published(
            jun, Map.of("prompt", "겨울 바다", "imageSize", "small", "sourceImageId", idOf(source)));
    assertThat(treeOf(minji, remix)).isEqualTo(treeOf(jun, source));
    assertThat(treeOf(minji, source))
        .containsExactly(idOf(source) + "<-null", idOf(remix) + "<-" + idOf(source));

    jun.put(source + "/like");
    Caller.signedIn(port, "fan-again").put(source + "/like");
    otherTab.hears("unread {\"unreadNotifications\":3}");
    await()
        .until(() ->
            otherTab.heard().stream()
                .anyMatch(news ->
                    news.contains("\"kind\":\"like\"") && news.contains("\"actorCount\":2")));
    assertThat(otherTab.heard()).anyMatch(news -> news.contains("\"kind\":\"remix\""));

    var collection =
        "/api/v1/collections/"
            + Caller.json(
                    minji.post(
                        "/api/v1/me/collections", Map.of("name", "바다", "visibility", "public")))
                .get("id")
                .asInt();
    minji.put(collection + "/images/" + idOf(remix));
    assertThat(keptIn(collection)).containsExactly(idOf(remix));

    var report =
        minji.post(
            "/api/v1/reports",
            Map.of("targetType", "image", "targetId", "" + idOf(remix), "reason", "copyright"));
    assertThat(report.statusCode()).as(report.body()).isEqualTo(201);
    var open = Caller.json(judge.get("/api/v1/moderation/reports")).get("items").get(0);
    var decision =
        Caller.json(
            judge.post(
                "/api/v1/moderation/reports/" + open.get("id").asLong() + "/decision",
                Map.of("action", "hide", "note", "원작자의 신고")));
    sameAnswer(minji, remix, "/api/v1/images/2000000000");
    assertThat(keptIn(collection)).isEmpty();
    assertThat(treeOf(minji, source)).containsExactly(idOf(source) + "<-null");

    var appeal =
        Caller.json(
            jun.post(
                "/api/v1/moderation/actions/" + decision.get("id").asLong() + "/appeal",
                Map.of("text", "리믹스를 허락받았어요")));
    var reversed =
        second.post(
            "/api/v1/moderation/appeals/" + appeal.get("id").asLong() + "/decision",
            Map.of("action", "reverse", "note", "허락을 확인했습니다"));
    assertThat(reversed.statusCode()).as(reversed.body()).isEqualTo(200);
    assertThat(keptIn(collection)).containsExactly(idOf(remix));
    assertThat(treeOf(minji, source)).hasSize(2);

    var parcel = Parcel.exportedBy(jun);
    assertThat(parcel.lines("images").getFirst().get("prompt").asString()).isEqualTo("겨울 바다");
    try (var fresh = new OtherHouse()) {
      var arrived = Caller.signedIn(fresh.port(), "jun-elsewhere");
      assertThat(Parcel.importedBy(arrived, parcel.zip(), "").get("imported").asInt()).isOne();
      var there = Caller.json(arrived.get("/api/v1/me/images")).get("items").get(0);
      assertThat(arrived.bytes(there.get("fileUrl").asString()).body())
          .isEqualTo(jun.bytes(Caller.json(jun.get(remix)).get("fileUrl").asString()).body());
    }

    assertThat(jun.delete("/api/v1/me").statusCode()).isEqualTo(202);
    sameAnswer(minji, remix, "/api/v1/images/2000000000");
    assertThat(jun.post("/api/v1/me/return", "").statusCode()).isEqualTo(204);
    await().until(() -> minji.get(remix).statusCode() == 200);
    assertThat(jun.delete("/api/v1/me?now=true").statusCode()).isEqualTo(202);
    assertThat(jun.get("/api/v1/me").statusCode()).isEqualTo(401);
    await().until(() -> minji.get(remix).statusCode() == 404);
  }

  /// The address of a new picture that everybody sees.
  private static String published(Caller member, Map<String, Object> wish) {
    var ended = member.ended(member.ask(wish));
    var picture = "/api/v1/images/" + ended.get("imageId").asInt();
    assertThat(member.patch(picture, Map.of("visibility", "public")).statusCode()).isEqualTo(200);
    return picture;
  }

  private static int idOf(String picture) {
    return Integer.parseInt(picture.substring(picture.lastIndexOf('/') + 1));
  }

  private static List<String> treeOf(Caller viewer, String picture) {
    return Caller.json(viewer.get(picture + "/versions"))
        .get("nodes")
        .valueStream()
        .map(node -> node.get("id").asInt() + "<-" + node.get("parentId"))
        .toList();
  }

  private List<Integer> keptIn(String collection) {
    return Caller.json(Caller.guest(port).get(collection))
        .get("items")
        .valueStream()
        .map(card -> card.get("id").asInt())
        .toList();
  }

  private void isHiddenFrom(Caller stranger, String picture, JsonNode card) {
    sameAnswer(stranger, picture, "/api/v1/images/2000000000");
    sameAnswer(stranger, card.get("fileUrl").asString(), neverWas(card, "fileUrl"));
    sameAnswer(stranger, card.get("thumbnailUrl").asString(), neverWas(card, "thumbnailUrl"));
  }

  private void sameAnswer(Caller stranger, String hidden, String missing) {
    var forHidden = stranger.bytes(hidden);
    var forMissing = stranger.bytes(missing);
    assertThat(forHidden.statusCode()).isEqualTo(404);
    assertThat(forHidden.body()).isEqualTo(forMissing.body());
    assertThat(withoutDate(forHidden.headers().map()))
        .isEqualTo(withoutDate(forMissing.headers().map()));
  }

  private static Map<String, List<String>> withoutDate(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("date"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String neverWas(JsonNode card, String url) {
    return card.get(url).asString().replaceFirst("/files/....", "/files/0000");
  }

  private static JsonNode onlyCard(String body) {
    var items = new JsonMapper().readTree(body).get("items");
    assertThat(items.size()).isEqualTo(1);
    return items.get(0);
  }

  private static List<String> statusesOf(String stream) {
    return Arrays.stream(stream.split("\n"))
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.replaceAll(".*\"status\":\"([a-z]+)\".*", "$1"))
        .distinct()
        .toList();
  }

  private static List<Double> progressOf(String stream) {
    return Arrays.stream(stream.split("\n"))
        .filter(line -> line.startsWith("data:"))
        .map(line -> Double.valueOf(line.replaceAll(".*\"progress\":([0-9.]+).*", "$1")))
        .toList();
  }

  private static int creditsOf(Caller member) {
    return Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt();
  }
}
