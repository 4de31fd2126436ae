package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Again, varied and remixed, from the request to the file.
@HouseTest
@TestPropertySource(properties = "aipixels.story=versions")
@Execution(ExecutionMode.CONCURRENT)
class VersionsTest {

  private static final Map<String, Object> SEA =
      Map.of(
          "prompt", "노을 지는 바다 위의 작은 배",
          "negativePrompt", "사람",
          "style", "watercolor",
          "colorTone", "warm",
          "category", "landscape",
          "aspectRatio", "4:3",
          "imageSize", "small",
          "visibility", "public");

  @LocalServerPort int port;

  @Test
  void aPictureRemembersItsWholeRequest() {
    var minji = Caller.signedIn(port, "rememberer");

    var image = make(minji, SEA);

    assertThat(image.get("prompt").asString()).isEqualTo(SEA.get("prompt"));
    assertThat(image.get("negativePrompt").asString()).isEqualTo("사람");
    assertThat(image.get("aspectRatio").asString()).isEqualTo("4:3");
    assertThat(image.get("engine").asString()).isEqualTo("painter");
    assertThat(image.get("model").asString()).isEqualTo("painter:1");
    assertThat(image.get("reproducible").asBoolean()).isTrue();
    assertThat(image.get("seed").isNumber()).isTrue();
    assertThat(versions(minji, image).get("nodes")).hasSize(1);
    assertThat(image.at("/versions/rootId")).isEqualTo(image.get("id"));
    assertThat(image.at("/versions/descent").isNull()).isTrue();
  }

  @Test
  void whatIsLeftOutIsTakenFromTheSource() {
    var minji = Caller.signedIn(port, "taker");
    var source = make(minji, SEA);

    var again = make(minji, from(source));
    var vary = make(minji, from(source, "style", "anime"));
    var fresh =
        make(
            minji,
            Map.of(
                "prompt",
                "산",
                "imageSize",
                "small",
                "inherit",
                false,
                "sourceImageId",
                source.get("id").asInt()));

    for (var field :
        List.of(
            "prompt",
            "negativePrompt",
            "category",
            "imageSize",
            "aspectRatio",
            "style",
            "colorTone")) {
      assertThat(again.get(field)).as(field).isEqualTo(source.get(field));
    }
    assertThat(again.get("seed")).isNotEqualTo(source.get("seed"));
    assertThat(again.get("visibility").asString()).isEqualTo("private");
    assertThat(again.at("/versions/descent").asString()).isEqualTo("again");
    assertThat(vary.get("style").asString()).isEqualTo("anime");
    assertThat(vary.get("prompt")).isEqualTo(source.get("prompt"));
    assertThat(vary.at("/versions/descent").asString()).isEqualTo("vary");
    assertThat(fresh.get("style").isNull()).isTrue();
    assertThat(fresh.get("aspectRatio").asString()).isEqualTo("1:1");
    assertThat(fresh.at("/versions/parentId")).isEqualTo(source.get("id"));
  }

  @Test
  void theSameRequestAndSeedGiveTheSameBytes() {
    var minji = Caller.signedIn(port, "repeater");
    var once = make(minji, SEA);

    var twice = make(minji, from(once, "seed", once.get("seed").asLong()));
    var other = make(minji, from(once));

    assertThat(drawn(minji, twice)).isEqualTo(drawn(minji, once));
    assertThat(drawn(minji, other)).isNotEqualTo(drawn(minji, once));
    assertThat(twice.get("fileUrl")).isNotEqualTo(once.get("fileUrl"));
  }

  @Test
  void aTreeIsSeenByEverybodyWithoutWhatIsHiddenFromThem() {
    var minji = Caller.signedIn(port, "tree-minji");
    var jun = Caller.signedIn(port, "tree-jun");
    var first = make(minji, SEA);
    var draft = make(jun, from(first, "style", "anime"));
    var remix = make(jun, from(draft, "visibility", "public"));
    var guest = Caller.guest(port);

    assertThat(remix.at("/versions/parentId")).isEqualTo(draft.get("id"));
    assertThat(remix.at("/versions/descent").asString()).isEqualTo("again");
    assertThat(draft.at("/versions/descent").asString()).isEqualTo("remix");
    assertThat(nodes(jun, first)).containsExactly(id(first), id(draft), id(remix));
    // The draft in between never was anybody else's business; its source is to be named all the
    // same.
    assertThat(nodes(guest, first)).containsExactly(id(first), id(remix));
    assertThat(nodes(guest, remix)).containsExactly(id(first), id(remix));
    var seen = image(guest, remix).get("versions");
    assertThat(seen.toString())
        .isEqualTo(
            "{\"rootId\":%1$d,\"parentId\":%1$d,\"childCount\":0,\"descent\":\"remix\",\"gap\":false}"
                .formatted(id(first)));
    assertThat(image(guest, first).at("/versions/childCount").asInt()).isZero();
  }

  @Test
  void aRemixKeepsItsPlaceWhetherItsSourceIsHiddenOrDeleted() {
    var minji = Caller.signedIn(port, "hider");
    var jun = Caller.signedIn(port, "remixer");
    var first = make(minji, SEA);
    var second = make(minji, from(first, "visibility", "public"));
    var remix = make(jun, from(second, "visibility", "public"));
    var guest = Caller.guest(port);

    minji.patch("/api/v1/images/" + id(second), Map.of("visibility", "private"));
    var hiddenTree = guest.get("/api/v1/images/%d/versions".formatted(id(remix))).body();
    var hiddenImage = guest.get("/api/v1/images/" + id(remix)).body();
    var hiddenPage = guest.get("/images/%d/versions".formatted(id(remix))).body();
    minji.delete("/api/v1/images/" + id(second));

    assertThat(guest.get("/api/v1/images/%d/versions".formatted(id(remix))).body())
        .isEqualTo(hiddenTree);
    assertThat(guest.get("/api/v1/images/" + id(remix)).body()).isEqualTo(hiddenImage);
    assertThat(guest.get("/images/%d/versions".formatted(id(remix))).body()).isEqualTo(hiddenPage);
    assertThat(hiddenTree).doesNotContain("\":" + id(second));
    assertThat(hiddenPage).doesNotContain("/images/" + id(second));
    assertThat(nodes(guest, first)).containsExactly(id(first), id(remix));
    var place = image(guest, remix).get("versions");
    assertThat(place.get("parentId")).isEqualTo(first.get("id"));
    assertThat(place.get("gap").asBoolean()).isTrue();
  }

  @Test
  void theFileNamesOnlyWhatIsPublicOfOthers() {
    var minji = Caller.signedIn(port, "credited");
    var jun = Caller.signedIn(port, "crediting");
    var first = make(minji, SEA);
    var second = make(minji, from(first, "visibility", "public"));

    var remix = text(jun, make(jun, from(second)));
    var draft = text(minji, make(minji, from(second)));
    minji.patch("/api/v1/images/" + id(first), Map.of("visibility", "private"));
    var later = text(jun, make(jun, from(second)));

    assertThat(remix)
        .contains("xmpMM:OriginalDocumentID=\"aipixels:images/%d\"".formatted(id(first)))
        .contains("stRef:documentID=\"aipixels:images/%d\"".formatted(id(second)))
        .doesNotContain("trainedAlgorithmicMedia", minji.userId(), "credited");
    assertThat(draft).doesNotContain("aipixels:images");
    assertThat(later)
        .contains("stRef:documentID=\"aipixels:images/%d\"".formatted(id(second)))
        .doesNotContain("aipixels:images/%d\"".formatted(id(first)));
  }

  @Test
  void aSourceThatCannotBeSeenIsRefusedAsOneThatNeverWas() {
    var minji = Caller.signedIn(port, "keeper");
    var jun = Caller.signedIn(port, "prober");
    var hidden = make(minji, Map.of("prompt", "비밀", "imageSize", "small"));

    var refused = jun.post("/api/v1/generations", from(hidden));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .isEqualTo(jun.post("/api/v1/generations", Map.of("sourceImageId", 2147483647)).body())
        .doesNotContain("비밀");
  }

  private JsonNode make(Caller member, Map<String, Object> wish) {
    var ended = member.ended(member.ask(wish));
    return Caller.json(member.get("/api/v1/images/" + ended.get("imageId").asInt()));
  }

  private static Map<String, Object> from(JsonNode source) {
    return Map.of("sourceImageId", id(source));
  }

  private static Map<String, Object> from(JsonNode source, String field, Object value) {
    return Map.of("sourceImageId", id(source), field, value);
  }

  private static int id(JsonNode image) {
    return image.get("id").asInt();
  }

  private static JsonNode image(Caller viewer, JsonNode image) {
    return Caller.json(viewer.get("/api/v1/images/" + id(image)));
  }

  private static JsonNode versions(Caller viewer, JsonNode image) {
    return Caller.json(viewer.get("/api/v1/images/%d/versions".formatted(id(image))));
  }

  private static List<Integer> nodes(Caller viewer, JsonNode image) {
    return versions(viewer, image).get("nodes").valueStream().map(VersionsTest::id).toList();
  }

  private static byte[] bytes(Caller viewer, JsonNode image) {
    return viewer.bytes(image.get("fileUrl").asString()).body();
  }

  /// A PNG from its first pixel on; the mark before it says the second of each making.
  private static String drawn(Caller viewer, JsonNode image) {
    String file = new String(bytes(viewer, image), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("IDAT");
    return file.substring(file.indexOf("IDAT"));
  }

  private static String text(Caller viewer, JsonNode image) {
    return new String(bytes(viewer, image), StandardCharsets.UTF_8);
  }
}
