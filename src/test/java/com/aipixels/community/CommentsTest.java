package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HouseTest
class CommentsTest {

  private static final String NEVER_WAS = "/api/v1/comments/2000000000";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Wall wall;
  private Caller maker;
  private Caller writer;
  private Caller reader;

  @BeforeEach
  void meet() {
    wall = new Wall(jdbc);
    maker = Caller.signedIn(port, "commentsmaker");
    writer = Caller.signedIn(port, "commentswriter");
    reader = Caller.signedIn(port, "commentsreader");
  }

  @Test
  void aCommentIsShownToEverybodyWithItsAuthor() {
    var picture = wall.hang(maker);

    var answer = writer.post(picture + "/comments", Map.of("content", "  색감이 좋네요 <b>\n"));

    assertThat(answer.statusCode()).isEqualTo(201);
    var posted = Caller.json(answer);
    assertThat(answer.headers().firstValue("Location")).hasValue(Wall.address(posted));
    assertThat(posted.get("content").asString()).isEqualTo("색감이 좋네요 <b>");
    assertThat(posted.get("author").get("username").asString()).isEqualTo("commentswriter");
    assertThat(posted.get("canEdit").asBoolean() && posted.get("canDelete").asBoolean()).isTrue();
    assertThat(Caller.json(writer.get(Wall.address(posted)))).isEqualTo(posted);
    var seen = items(Caller.guest(port).get(picture + "/comments")).get(0);
    assertThat(seen.get("author")).isEqualTo(posted.get("author"));
    assertThat(seen.get("canEdit").asBoolean() || seen.get("canDelete").asBoolean()).isFalse();
    assertThat(Caller.json(reader.get(picture)).get("commentCount").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | must have 1 to 2000 characters",
        "{\"content\": \" \\n\"} | must have 1 to 2000 characters",
        "{\"content\": \"a\\u0000b\"} | must not contain NUL or unpaired surrogates",
        "{\"content\": \"a\\ud83d\"} | must not contain NUL or unpaired surrogates",
        "{\"content\": [\"a\"]} | must be text",
      })
  void aCommentThatBreaksARuleIsNotTaken(String body, String rule) {
    var picture = wall.hang(maker);

    var refused = writer.post(picture + "/comments", body);

    assertThat(refused.statusCode()).isEqualTo(400);
    var error = Caller.json(refused).get("errors").get(0);
    assertThat(error.get("field").asString()).isEqualTo("content");
    assertThat(error.get("message").asString()).isEqualTo(rule);
    assertThat(items(writer.get(picture + "/comments"))).isEmpty();
  }

  @Test
  void itsLengthIsMeasuredInCodePointsOfTheFormThatIsKept() {
    var picture = wall.hang(maker);

    assertThat(Wall.say(writer, picture, "가".repeat(2000)).get("content").asString())
        .isEqualTo("가".repeat(2000));
    assertThat(
            writer.post(picture + "/comments", Map.of("content", "😀".repeat(2001))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anAnswerToAnAnswerJoinsItsThread() {
    var picture = wall.hang(maker);
    var root = Wall.say(writer, picture, "첫째");
    var reply = Wall.answer(reader, picture, root, "둘째");
    var deeper = Wall.answer(maker, picture, reply, "셋째");

    assertThat(reply.get("parentCommentId")).isEqualTo(root.get("id"));
    assertThat(deeper.get("parentCommentId")).isEqualTo(root.get("id"));
    var top = items(reader.get(picture + "/comments"));
    assertThat(top).hasSize(1);
    assertThat(top.getFirst().get("replyCount").asInt()).isEqualTo(2);
    assertThat(contents(reader.get(Wall.address(root) + "/replies"))).containsExactly("둘째", "셋째");
    assertThat(items(reader.get(Wall.address(reply) + "/replies"))).isEmpty();
  }

  @Test
  void anAnswerNeedsACommentOfTheSamePicture() {
    var picture = wall.hang(maker);
    var elsewhere = Wall.say(writer, wall.hang(maker), "다른 그림");

    var refused =
        writer.post(
            picture + "/comments",
            Map.of("content", "답", "parentCommentId", elsewhere.get("id").asInt()));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).get("errors").get(0).get("field").asString())
        .isEqualTo("parentCommentId");
  }

  @Test
  void listsAreReadPageByPage() {
    var picture = wall.hang(maker);
    var said = IntStream.range(0, 5).mapToObj(n -> Wall.say(writer, picture, "댓글 " + n)).toList();
    IntStream.range(0, 5).forEach(n -> Wall.answer(reader, picture, said.get(0), "답글 " + n));

    var first = Caller.json(reader.get(picture + "/comments?limit=3"));
    Wall.say(writer, picture, "그 사이에");
    var cursor = first.get("nextCursor").asString();
    assertThat(contents(reader.get(picture + "/comments?limit=3&cursor=" + cursor)))
        .containsExactly("댓글 1", "댓글 0");
    var replies = Wall.address(said.get(0)) + "/replies?limit=3";
    assertThat(contents(reader.get(replies))).containsExactly("답글 0", "답글 1", "답글 2");
    var next = Caller.json(reader.get(replies)).get("nextCursor").asString();
    assertThat(contents(reader.get(replies + "&cursor=" + next))).containsExactly("답글 3", "답글 4");
    assertThat(reader.get(replies + "&cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @Test
  void anAnsweredCommentLeavesItsPlaceUntilTheLastAnswerGoes() {
    var picture = wall.hang(maker);
    var root = Wall.say(writer, picture, "지워질 말");
    var reply = Wall.answer(reader, picture, root, "대답");
    reader.put(Wall.address(root) + "/like");

    assertThat(writer.delete(Wall.address(root)).statusCode()).isEqualTo(204);

    var place = items(reader.get(picture + "/comments")).getFirst();
    assertThat(place.get("isDeleted").asBoolean()).isTrue();
    assertThat(place.get("author").isNull()).isTrue();
    assertThat(place.get("content").asString()).isEmpty();
    assertThat(place.get("likeCount").asInt()).isZero();
    assertThat(place.get("replyCount").asInt()).isEqualTo(1);
    assertThat(Caller.json(reader.get(picture)).get("commentCount").asInt()).isEqualTo(2);
    assertThat(writer.delete(Wall.address(root)).statusCode()).isEqualTo(404);
    assertThat(writer.patch(Wall.address(root), Map.of("content", "다시")).statusCode())
        .isEqualTo(404);
    assertThat(reader.put(Wall.address(root) + "/like").statusCode()).isEqualTo(404);
    assertThat(Wall.answer(maker, picture, reply, "이어서").get("parentCommentId"))
        .isEqualTo(root.get("id"));

    reader.delete(Wall.address(reply));
    assertThat(items(reader.get(picture + "/comments"))).hasSize(1);
    items(reader.get(Wall.address(root) + "/replies"))
        .forEach(last -> maker.delete(Wall.address(last)));

    assertThat(items(reader.get(picture + "/comments"))).isEmpty();
    assertThat(Caller.json(reader.get(picture)).get("commentCount").asInt()).isZero();
    assertThat(wall.wrongCounters()).isZero();
  }

  @Test
  void onlyItsAuthorChangesAComment() {
    var picture = wall.hang(maker);
    var comment = Wall.address(Wall.say(writer, picture, "처음"));

    var changed = writer.patch(comment, Map.of("content", "나중"));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(Caller.json(changed).get("content").asString()).isEqualTo("나중");
    assertThat(Caller.json(changed).get("updatedAt").asString())
        .isGreaterThan(Caller.json(changed).get("createdAt").asString());
    assertThat(writer.patch(comment, Map.of("content", " ")).statusCode()).isEqualTo(400);
    assertThat(maker.patch(comment, Map.of("content", "x")).statusCode()).isEqualTo(403);
    assertThat(reader.patch(comment, Map.of("content", "x")).statusCode()).isEqualTo(403);
    assertThat(Caller.guest(port).patch(comment, Map.of("content", "x")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void itsAuthorOrThePicturesOwnerRemovesAComment() {
    var picture = wall.hang(maker);
    var one = Wall.address(Wall.say(writer, picture, "하나"));
    var two = Wall.address(Wall.say(writer, picture, "둘"));

    assertThat(reader.delete(one).statusCode()).isEqualTo(403);
    assertThat(writer.delete(one).statusCode()).isEqualTo(204);
    assertThat(Caller.json(maker.get(two)).get("canDelete").asBoolean()).isTrue();
    assertThat(maker.delete(two).statusCode()).isEqualTo(204);
    assertThat(writer.delete(two).body()).isEqualTo(writer.delete(NEVER_WAS).body());
  }

  @Test
  void nobodyCommentsWhereCommentsAreNotWanted() {
    var picture = wall.hang(maker);
    var earlier = Wall.say(writer, picture, "그때는 되었다");
    maker.patch(picture, Map.of("allowComments", false));

    for (var member : List.of(writer, maker)) {
      var refused = member.post(picture + "/comments", Map.of("content", "말"));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(Caller.json(refused).get("code").asString()).isEqualTo("comments_disabled");
    }
    assertThat(items(reader.get(picture + "/comments"))).hasSize(1);
    assertThat(writer.delete(Wall.address(earlier)).statusCode()).isEqualTo(204);
  }

  @Test
  void whatIsSaidOfAHiddenPictureIsHiddenToo() {
    var picture = wall.hang(maker);
    var comment = Wall.address(Wall.say(writer, picture, "보이던 말"));
    maker.patch(picture, Map.of("visibility", "private"));

    for (var stranger : List.of(writer, reader, Caller.guest(port))) {
      sameAnswer(
          stranger.get(picture + "/comments"), stranger.get("/api/v1/images/2000000000/comments"));
      sameAnswer(stranger.get(comment), stranger.get(NEVER_WAS));
      sameAnswer(stranger.get(comment + "/replies"), stranger.get(NEVER_WAS + "/replies"));
    }
    var words = Map.of("content", "말");
    sameAnswer(
        writer.post(picture + "/comments", words),
        writer.post("/api/v1/images/2000000000/comments", words));
    sameAnswer(writer.patch(comment, words), writer.patch(NEVER_WAS, words));
    sameAnswer(writer.delete(comment), writer.delete(NEVER_WAS));
    assertThat(items(maker.get(picture + "/comments"))).hasSize(1);
  }

  @Test
  void aBlockKeepsCommentsApart() {
    var blocked = Caller.signedIn(port, "commentsblocked");
    var makers = wall.hang(maker);
    var picture = wall.hang(reader);
    var root = Wall.say(maker, picture, "내 말");
    var blockeds = Wall.say(blocked, picture, "남의 말");
    var answer = Wall.answer(blocked, picture, root, "남의 대답");
    Wall.answer(writer, picture, blockeds, "제삼자의 대답");

    Wall.block(blocked, maker);

    assertThat(contents(maker.get(picture + "/comments"))).containsExactly("내 말");
    assertThat(contents(blocked.get(picture + "/comments"))).containsExactly("남의 말");
    assertThat(contents(writer.get(picture + "/comments"))).containsExactly("남의 말", "내 말");
    assertThat(Caller.json(maker.get(Wall.address(root))).get("replyCount").asInt()).isZero();
    assertThat(Caller.json(writer.get(Wall.address(root))).get("replyCount").asInt()).isEqualTo(1);
    for (var hidden : List.of(root, Wall.answer(writer, picture, root, "더"))) {
      sameAnswer(blocked.get(Wall.address(hidden)), blocked.get(NEVER_WAS));
      assertThat(Wall.answer(blocked, picture, hidden, "답").get("status").asInt()).isEqualTo(400);
    }
    sameAnswer(maker.get(Wall.address(answer)), maker.get(NEVER_WAS));
    assertThat(blocked.post(makers + "/comments", Map.of("content", "말")).statusCode())
        .isEqualTo(404);
  }

  private static void sameAnswer(HttpResponse<String> hidden, HttpResponse<String> missing) {
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(missing.body());
  }

  private static List<JsonNode> items(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return Caller.json(answer).get("items").valueStream().toList();
  }

  private static List<String> contents(HttpResponse<String> answer) {
    return items(answer).stream().map(comment -> comment.get("content").asString()).toList();
  }
}
