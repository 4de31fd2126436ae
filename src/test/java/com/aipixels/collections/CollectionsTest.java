package com.aipixels.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HouseTest
class CollectionsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Test
  void keepsPicturesInTheOrderTheyCame() {
    var member = Caller.signedIn(port, "shelf-keeper");
    var pictures = hang(Caller.signedIn(port, "shelf-painter"), "public", 5);
    var shelf = begin(member, "바다");

    pictures.forEach(picture -> put(member, shelf, picture));
    put(member, shelf, pictures.getFirst());

    assertThat(items(member, shelf)).isEqualTo(pictures);
    assertThat(open(member, shelf).get("imageCount").asInt()).isEqualTo(5);
    assertThat(open(member, shelf).at("/cover/id").asInt()).isEqualTo(pictures.getFirst());
  }

  @Test
  void pagesInOrderWhileSomethingIsAdded() {
    var member = Caller.signedIn(port, "pager");
    var pictures = hang(member, "private", 5);
    var shelf = begin(member, "모음");
    pictures.subList(0, 4).forEach(picture -> put(member, shelf, picture));

    var first = open(member, shelf, "?limit=2");
    put(member, shelf, pictures.getLast());
    var second = open(member, shelf, "?limit=2&cursor=" + first.get("nextCursor").asString());
    var third = open(member, shelf, "?limit=2&cursor=" + second.get("nextCursor").asString());

    assertThat(ids(first)).isEqualTo(pictures.subList(0, 2));
    assertThat(ids(second)).isEqualTo(pictures.subList(2, 4));
    assertThat(ids(third)).isEqualTo(pictures.subList(4, 5));
    assertThat(third.get("nextCursor").isNull()).isTrue();
    assertThat(member.get(path(shelf) + "?cursor=AAAA").statusCode()).isEqualTo(400);
  }

  @Test
  void aCursorIsRefusedOnceItsPictureWasTakenOut() {
    var member = Caller.signedIn(port, "shelf-pager");
    var pictures = hang(member, "public", 3);
    var shelf = begin(member, "모음");
    pictures.forEach(picture -> put(member, shelf, picture));
    var next = open(member, shelf, "?limit=1").get("nextCursor").asString();

    member.patch("/api/v1/images/" + pictures.getFirst(), Map.of("visibility", "private"));
    assertThat(ids(open(member, shelf, "?cursor=" + next))).isEqualTo(pictures.subList(1, 3));

    member.delete(path(shelf) + "/images/" + pictures.getFirst());
    var refused = member.get(path(shelf) + "?cursor=" + next);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).get("code").asString()).isEqualTo("invalid_cursor");
  }

  @Test
  void movesAPictureByOneRow() {
    var member = Caller.signedIn(port, "shelf-mover");
    var pictures = hang(member, "public", 4);
    var shelf = begin(member, "차례");
    pictures.forEach(picture -> put(member, shelf, picture));
    var before = places(shelf);

    move(member, shelf, pictures.get(3), Map.of("before", pictures.get(1)));
    var after = places(shelf);
    after.entrySet().removeIf(place -> place.getValue().equals(before.get(place.getKey())));

    assertThat(after).containsOnlyKeys(pictures.get(3));
    assertThat(items(member, shelf))
        .containsExactly(pictures.get(0), pictures.get(3), pictures.get(1), pictures.get(2));
    move(member, shelf, pictures.get(0), Map.of("after", pictures.get(2)));
    move(member, shelf, pictures.get(2), Map.of("before", pictures.get(3)));
    assertThat(items(member, shelf))
        .containsExactly(pictures.get(2), pictures.get(3), pictures.get(1), pictures.get(0));
  }

  @Test
  void neverRunsOutOfPlaces() {
    var member = Caller.signedIn(port, "restless");
    var pictures = hang(member, "public", 4);
    var shelf = begin(member, "차례");
    pictures.forEach(picture -> put(member, shelf, picture));
    var order = new ArrayList<>(pictures);

    for (int turn = 0; turn < 80; turn++) {
      // The last of four always goes in between the first two: the gap halves each time.
      move(member, shelf, order.getLast(), Map.of("after", order.getFirst()));
      order.add(1, order.removeLast());
    }

    assertThat(items(member, shelf)).isEqualTo(order);
    assertThat(places(shelf).values()).doesNotHaveDuplicates();
  }

  @Test
  void asksForNeighboursThatAreThere() {
    var member = Caller.signedIn(port, "lost");
    var pictures = hang(member, "public", 3);
    var shelf = begin(member, "차례");
    put(member, shelf, pictures.get(0));

    for (var spot :
        List.of(
            Map.of("after", pictures.get(1)),
            Map.of("before", 2_000_000_000),
            Map.of("after", pictures.get(2)),
            Map.of("after", pictures.get(0), "before", pictures.get(0)))) {
      var refused = move(member, shelf, pictures.get(2), spot);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }
    assertThat(items(member, shelf)).containsExactly(pictures.get(0));
  }

  @Test
  void whatIsHiddenDisappearsAndReturnsWhereItWas() {
    var member = Caller.signedIn(port, "collector");
    var maker = Caller.signedIn(port, "shelf-maker");
    var pictures = hang(maker, "public", 3);
    var shelf = begin(member, "빌린 것");
    pictures.forEach(picture -> put(member, shelf, picture));

    maker.patch("/api/v1/images/" + pictures.getFirst(), Map.of("visibility", "private"));

    assertThat(items(member, shelf)).isEqualTo(pictures.subList(1, 3));
    var seen = open(member, shelf);
    assertThat(seen.get("imageCount").asInt()).isEqualTo(2);
    assertThat(seen.at("/cover/id").asInt()).isEqualTo(pictures.get(1));
    assertThat(member.put(path(shelf) + "/images/" + pictures.getFirst()).statusCode())
        .isEqualTo(404);
    assertThat(mine(member)).contains("\"imageCount\":2");

    maker.patch("/api/v1/images/" + pictures.getFirst(), Map.of("visibility", "public"));

    assertThat(items(member, shelf)).isEqualTo(pictures);
    assertThat(open(member, shelf).at("/cover/id").asInt()).isEqualTo(pictures.getFirst());
  }

  @Test
  void aChosenCoverGivesWayWhileItIsHidden() {
    var member = Caller.signedIn(port, "chooser");
    var pictures = hang(member, "public", 3);
    var shelf = begin(member, "표지");
    pictures.forEach(picture -> put(member, shelf, picture));
    member.patch(path(shelf), Map.of("coverImageId", pictures.get(2), "visibility", "public"));
    var guest = Caller.guest(port);
    assertThat(open(guest, shelf).at("/cover/id").asInt()).isEqualTo(pictures.get(2));

    member.patch("/api/v1/images/" + pictures.get(2), Map.of("visibility", "private"));

    assertThat(open(guest, shelf).at("/cover/id").asInt()).isEqualTo(pictures.get(0));
    assertThat(open(member, shelf).at("/cover/id").asInt()).isEqualTo(pictures.get(2));
    member.patch(path(shelf), Map.of("coverImageId", 0));
    assertThat(open(member, shelf).at("/cover/id").asInt()).isEqualTo(pictures.get(0));
    assertThat(member.patch(path(shelf), Map.of("coverImageId", 2_000_000_000)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whomABlockKeepsApartIsNeitherShownNorCounted() {
    var member = Caller.signedIn(port, "shelf-between");
    var troll = Caller.signedIn(port, "shelf-troll");
    var reader = Caller.signedIn(port, "shelf-reader");
    var trolls = hang(troll, "public", 2);
    var others = hang(member, "public", 2);
    var shelf = begin(member, "모두의 것");
    member.patch(path(shelf), Map.of("visibility", "public"));
    trolls.forEach(picture -> put(member, shelf, picture));
    others.forEach(picture -> put(member, shelf, picture));
    reader.put("/api/v1/users/" + troll.userId() + "/block");

    for (var list : List.of(path(shelf), "/api/v1/users/" + member.userId() + "/collections")) {
      assertThat(reader.get(list).body()).contains("\"imageCount\":2");
      assertThat(Caller.guest(port).get(list).body()).contains("\"imageCount\":4");
    }
    assertThat(open(reader, shelf).at("/cover/id").asInt()).isEqualTo(others.getFirst());
    assertThat(items(reader, shelf)).isEqualTo(others);
    assertThat(open(troll, shelf).get("imageCount").asInt()).isEqualTo(4);
  }

  @Test
  void aDeletedPictureLeavesEveryCollection() {
    var member = Caller.signedIn(port, "loser");
    var pictures = hang(member, "public", 2);
    var shelf = begin(member, "모음");
    pictures.forEach(picture -> put(member, shelf, picture));

    member.delete("/api/v1/images/" + pictures.getFirst());

    assertThat(items(member, shelf)).containsExactly(pictures.getLast());
    assertThat(places(shelf)).containsOnlyKeys(pictures.getLast());
  }

  @Test
  void isSharedByALinkUntilThatIsRenewedOrTakenBack() {
    var member = Caller.signedIn(port, "sharer");
    var pictures = hang(member, "public", 1);
    pictures.addAll(hang(member, "private", 1));
    var shelf = begin(member, "우리끼리");
    pictures.forEach(picture -> put(member, shelf, picture));
    var guest = Caller.guest(port);
    var never = guest.get("/api/v1/collections/2000000000?link=x").body();
    assertThat(guest.get(path(shelf)).body()).isEqualTo(never);

    var link = Caller.json(member.put(path(shelf) + "/link")).get("link").asString();

    var shown = open(guest, shelf, "?link=" + link);
    assertThat(ids(shown)).isEqualTo(pictures.subList(0, 1));
    assertThat(shown.get("imageCount").asInt()).isEqualTo(1);
    assertThat(shown.get("link").isNull()).isTrue();
    assertThat(open(member, shelf).get("link").asString()).isEqualTo(link);
    var others = guest.get("/api/v1/users/" + member.userId() + "/collections");
    assertThat(Caller.json(others).get("items")).isEmpty();

    var renewed = Caller.json(member.put(path(shelf) + "/link")).get("link").asString();
    assertThat(renewed).isNotEqualTo(link).hasSize(24);
    assertThat(guest.get(path(shelf) + "?link=" + link).body()).isEqualTo(never);
    assertThat(guest.get(path(shelf) + "?link=" + renewed).statusCode()).isEqualTo(200);
    assertThat(member.delete(path(shelf) + "/link").statusCode()).isEqualTo(204);
    assertThat(guest.get(path(shelf) + "?link=" + renewed).body()).isEqualTo(never);
    assertThat(guest.get(path(shelf) + "?link=").body()).isEqualTo(never);
  }

  @Test
  void theSameKeyBeginsOneCollection() {
    var member = Caller.signedIn(port, "shelf-twice");
    var body = Map.of("name", "한 번만");

    var once = member.post("/api/v1/me/collections", body, "Idempotency-Key", "k1");
    var again = member.post("/api/v1/me/collections", body, "Idempotency-Key", "k1");
    var other = member.post("/api/v1/me/collections", Map.of("name", "x"), "Idempotency-Key", "k1");

    assertThat(once.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(once.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(once.headers().firstValue("Location"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Caller.json(member.get("/api/v1/me/collections")).get("items")).hasSize(1);
  }

  @Test
  void saysWhichWordsItDoesNotTake() {
    var member = Caller.signedIn(port, "wordy");

    assertThat(member.post("/api/v1/me/collections", Map.of("name", " ")).body()).contains("name");
    assertThat(member.post("/api/v1/me/collections", Map.of("name", "x".repeat(101))).statusCode())
        .isEqualTo(400);
    var shelf = begin(member, "  이름  ");
    assertThat(open(member, shelf).get("name").asString()).isEqualTo("이름");
    assertThat(member.patch(path(shelf), Map.of("name", "")).statusCode()).isEqualTo(400);
    var changed = Caller.json(member.patch(path(shelf), Map.of("description", "설명")));
    assertThat(changed.get("name").asString()).isEqualTo("이름");
    assertThat(changed.get("description").asString()).isEqualTo("설명");
    changed = Caller.json(member.patch(path(shelf), Map.of("description", "")));
    assertThat(changed.get("description").isNull()).isTrue();
  }

  @Test
  void hasRoomForSoManyAndNoMore() {
    var member = Caller.signedIn(port, "hoarder");
    var shelf = begin(member, "가득");
    database
        .sql(
            """
            WITH hung AS (
              INSERT INTO images (clerk_user_id, file_path, prompt)
              SELECT :member, 'wall', 'prompt' FROM generate_series(1, 2000)
              RETURNING id)
            INSERT INTO collection_images (collection_id, image_id, place) SELECT :shelf, id, id FROM hung
            """)
        .param("member", member.userId())
        .param("shelf", shelf)
        .update();
    var one = hang(member, "private", 1).getFirst();

    var refused = member.put(path(shelf) + "/images/" + one);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Caller.json(refused).get("code").asString()).isEqualTo("no_room_left");
    assertThat(open(member, shelf).get("imageCount").asInt()).isEqualTo(2000);
    database
        .sql(
            """
            INSERT INTO collections (clerk_user_id, name)
            SELECT :member, 'x' FROM generate_series(1, 199)
            """)
        .param("member", member.userId())
        .update();
    assertThat(member.post("/api/v1/me/collections", Map.of("name", "하나 더")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void manyHandsPutAndMoveAndDeleteWithoutWaitingInACircle() throws Exception {
    var member = Caller.signedIn(port, "many-hands");
    var shelves = IntStream.range(0, 3).map(n -> begin(member, "s" + n)).boxed().toList();
    var pictures = hang(member, "public", 24);
    try (var hands = Executors.newFixedThreadPool(6)) {
      var work =
          IntStream.range(0, 6)
              .<Callable<Integer>>mapToObj(hand -> () -> rummage(member, shelves, pictures, hand))
              .toList();
      for (var done : hands.invokeAll(work)) {
        assertThat(done.get()).isZero();
      }
    }
    for (var shelf : shelves) {
      assertThat(items(member, shelf)).doesNotHaveDuplicates();
    }
  }

  /// How often the service broke.
  private int rummage(Caller member, List<Integer> shelves, List<Integer> pictures, int hand) {
    int broken = 0;
    for (int n = 0; n < 24; n++) {
      var picture = pictures.get((n * 7 + hand) % 24);
      var shelf = shelves.get((n + hand) % 3);
      var answer =
          switch ((n + hand) % 4) {
            case 0 -> member.delete(path(shelf) + "/images/" + picture);
            case 1 -> member.delete("/api/v1/images/" + pictures.get(hand));
            default -> member.put(path(shelf) + "/images/" + picture);
          };
      broken += answer.statusCode() >= 500 ? 1 : 0;
    }
    return broken;
  }

  private static int begin(Caller member, String name) {
    var answer = member.post("/api/v1/me/collections", Map.of("name", name));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer).get("id").asInt();
  }

  private static void put(Caller member, int shelf, int picture) {
    var answer = member.put(path(shelf) + "/images/" + picture);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Caller.json(answer).get("isCollected").asBoolean()).isTrue();
  }

  private static HttpResponse<String> move(
      Caller member, int shelf, int picture, Map<String, Integer> spot) {
    var body = new StringBuilder("{");
    spot.forEach((field, id) ->
        body.append(body.length() > 1 ? "," : "")
            .append('"')
            .append(field)
            .append("\":")
            .append(id));
    var request =
        member
            .request(path(shelf) + "/images/" + picture, "Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.append('}').toString()));
    return Caller.send(request, BodyHandlers.ofString());
  }

  private static JsonNode open(Caller viewer, int shelf, String... query) {
    var answer = viewer.get(path(shelf) + String.join("", query));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }

  private static String mine(Caller member) {
    return member.get("/api/v1/me/collections").body();
  }

  private static List<Integer> items(Caller viewer, int shelf) {
    return ids(open(viewer, shelf, "?limit=100"));
  }

  private static List<Integer> ids(JsonNode opened) {
    return opened.get("items").valueStream().map(card -> card.get("id").asInt()).toList();
  }

  private Map<Integer, Long> places(int shelf) {
    var places = new HashMap<Integer, Long>();
    database
        .sql("SELECT image_id, place FROM collection_images WHERE collection_id = :shelf")
        .param("shelf", shelf)
        .query((row, _) -> places.put(row.getInt("image_id"), row.getLong("place")))
        .list();
    return places;
  }

  private List<Integer> hang(Caller owner, String visibility, int count) {
    return new ArrayList<>(
        database
            .sql(
                """
                INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
                SELECT :owner, 'wall', 'prompt', :visibility::visibility FROM generate_series(1, :count)
                RETURNING id
                """)
            .param("owner", owner.userId())
            .param("visibility", visibility)
            .param("count", count)
            .query(Integer.class)
            .list());
  }

  private static String path(int shelf) {
    return "/api/v1/collections/" + shelf;
  }
}
