package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.gallery.HoldCause;
import com.aipixels.gallery.Holds;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What is held back is out of everybody's sight but its owner's, and comes back as it was.
@HouseTest
class HoldsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Holds holds;
  @Autowired CommentHolds commentHolds;
  @Autowired TransactionTemplate transaction;
  private Wall wall;
  private Caller maker;
  private Caller writer;
  private Caller reader;

  @BeforeEach
  void meet() {
    wall = new Wall(jdbc);
    maker = Caller.signedIn(port, "holdsmaker");
    writer = Caller.signedIn(port, "holdswriter");
    reader = Caller.signedIn(port, "holdsreader");
  }

  @Test
  void aHeldPictureIsGoneForOthersAndItsOwnerIsToldWhy() {
    var id = wall.hang(maker.userId(), "public");
    var picture = "/api/v1/images/" + id;
    var before = Caller.json(reader.get(picture));
    hold(id, HoldCause.MODERATION);
    hold(id, HoldCause.RIGHTS);
    hold(id, HoldCause.RIGHTS);

    assertThat(reader.get(picture).statusCode()).isEqualTo(404);
    assertThat(reader.get(picture).body())
        .isEqualTo(reader.get("/api/v1/images/2000000000").body());
    var own = Caller.json(maker.get(picture));
    assertThat(own.get("visibility").asString()).isEqualTo("private");
    assertThat(own.get("heldFor")).extracting(JsonNode::asString).contains("moderation", "rights");
    var publishing = maker.patch(picture, Map.of("visibility", "public"));
    assertThat(publishing.statusCode()).isEqualTo(409);
    assertThat(Caller.json(publishing).get("code").asString()).isEqualTo("held_back");
    assertThat(maker.patch(picture, Map.of("title", "새 이름")).statusCode()).isEqualTo(200);

    release(id, HoldCause.MODERATION);
    assertThat(reader.get(picture).statusCode()).isEqualTo(404);
    release(id, HoldCause.RIGHTS);
    var after = Caller.json(reader.get(picture));
    assertThat(after.get("publishedAt")).isEqualTo(before.get("publishedAt"));
    assertThat(after.get("heldFor")).isEmpty();
    assertThat(wall.wrongCounters()).isZero();
  }

  @Test
  void aForeignHandCannotPublishWhatIsHeld() {
    var id = wall.hang(maker.userId(), "private");
    hold(id, HoldCause.MODERATION);
    jdbc.sql("UPDATE images SET visibility = 'public' WHERE id = :id").param("id", id).update();

    assertThat(reader.get("/api/v1/images/" + id).statusCode()).isEqualTo(404);

    release(id, HoldCause.MODERATION);
    assertThat(reader.get("/api/v1/images/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void aPrivatePictureStaysPrivateWhenItIsReleased() {
    var id = wall.hang(maker.userId(), "private");
    hold(id, HoldCause.MODERATION);
    release(id, HoldCause.MODERATION);

    assertThat(reader.get("/api/v1/images/" + id).statusCode()).isEqualTo(404);
    assertThat(Caller.json(maker.get("/api/v1/images/" + id)).get("heldFor")).isEmpty();
  }

  @Test
  void aHeldCommentKeepsItsPlaceButNotItsWords() {
    var picture = wall.hang(maker);
    var comment = Wall.say(writer, picture, "holdwords");
    var address = Wall.address(comment);
    var id = comment.get("id").asInt();
    holdComment(id);

    var seen = Caller.json(reader.get(address));
    assertThat(seen.get("isHeld").asBoolean()).isTrue();
    assertThat(seen.get("content").asString()).isEmpty();
    assertThat(seen.get("author").isNull()).isTrue();
    assertThat(reader.put(address + "/like").statusCode()).isEqualTo(404);
    assertThat(reader.get(picture + "/comments").body()).doesNotContain("holdwords");
    var own = Caller.json(writer.get(address));
    assertThat(own.get("content").asString()).isEqualTo("holdwords");
    assertThat(own.get("canEdit").asBoolean()).isFalse();
    assertThat(writer.patch(address, Map.of("content", "other")).statusCode()).isEqualTo(403);
    jdbc.sql("UPDATE comments SET content = 'edited' WHERE id = :id").param("id", id).update();
    assertThat(Caller.json(reader.get(address)).get("content").asString()).isEmpty();

    transaction.executeWithoutResult(
        _ -> commentHolds.release(new CommentId(id), HoldCause.MODERATION));
    assertThat(Caller.json(reader.get(address)).get("content").asString()).isEqualTo("edited");
  }

  @Test
  void aHeldCommentThatIsDeletedLeavesNoWordsAnywhere() {
    var picture = wall.hang(maker);
    var comment = Wall.say(writer, picture, "first");
    Wall.answer(reader, picture, comment, "second");
    holdComment(comment.get("id").asInt());

    assertThat(writer.delete(Wall.address(comment)).statusCode()).isEqualTo(204);

    assertThat(Caller.json(reader.get(Wall.address(comment))).get("isDeleted").asBoolean())
        .isTrue();
    assertThat(heldWords(comment.get("id").asInt())).isZero();
  }

  @Test
  void allOfAMembersThingsAreHeldAFewAtATime() {
    var member = Caller.signedIn(port, "holdsmany");
    var shown = wall.hang(member.userId(), "public");
    wall.hang(member.userId(), "private");
    wall.hang(member.userId(), "public");
    Wall.say(member, "/api/v1/images/" + shown, "mine");
    var id = new UserId(member.userId());

    assertThat(rounds(() -> holds.holdSome(id, HoldCause.LEAVING, 2))).isEqualTo(2);
    assertThat(rounds(() -> commentHolds.holdSome(id, HoldCause.LEAVING, 2))).isEqualTo(1);
    assertThat(Caller.json(reader.get("/api/v1/users/" + id + "/images")).get("items")).isEmpty();

    rounds(() -> holds.releaseSome(id, HoldCause.LEAVING, 2));
    rounds(() -> commentHolds.releaseSome(id, HoldCause.LEAVING, 2));
    assertThat(Caller.json(reader.get("/api/v1/users/" + id + "/images")).get("items")).hasSize(2);
    assertThat(reader.get("/api/v1/images/" + shown + "/comments").body()).contains("mine");
  }

  private static int rounds(BooleanSupplier step) {
    var rounds = 0;
    while (step.getAsBoolean()) {
      rounds++;
    }
    return rounds;
  }

  private void hold(int image, HoldCause cause) {
    transaction.executeWithoutResult(_ -> holds.hold(new ImageId(image), cause));
  }

  private void release(int image, HoldCause cause) {
    transaction.executeWithoutResult(_ -> holds.release(new ImageId(image), cause));
  }

  private void holdComment(int id) {
    transaction.executeWithoutResult(
        _ -> commentHolds.hold(new CommentId(id), HoldCause.MODERATION));
  }

  private int heldWords(int comment) {
    return jdbc.sql("SELECT count(*) FROM comment_holds WHERE comment_id = :id")
        .param("id", comment)
        .query(Integer.class)
        .single();
  }
}
