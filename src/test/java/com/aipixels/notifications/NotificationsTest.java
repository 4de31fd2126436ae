package com.aipixels.notifications;

import static com.aipixels.notifications.Neighbourhood.image;
import static com.aipixels.notifications.Neighbourhood.say;
import static com.aipixels.notifications.Neighbourhood.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What arrives in an inbox, what is withdrawn from it, and who never gets there.
@HouseTest
class NotificationsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  private Neighbourhood here;

  @BeforeEach
  void moveIn() {
    here = new Neighbourhood(port, database);
  }

  @Test
  void likesOfOnePictureAreOneLineWithTheLatestThree() {
    var maker = here.member("likes-maker");
    var picture = here.hang(maker);
    var fans = IntStream.range(0, 5).mapToObj(n -> here.member("likes-fan" + n)).toList();
    for (var fan : fans) {
      fan.put(image(picture) + "/like");
      here.settle();
    }
    maker.put(image(picture) + "/like");

    assertThat(here.lines(maker)).containsExactly("like 5*");
    var line = here.inbox(maker).getFirst();
    assertThat(line.get("actors"))
        .extracting(actor -> actor.get("username").asString())
        .containsExactly("likes-fan4", "likes-fan3", "likes-fan2");
    assertThat(line.get("image").get("id").asInt()).isEqualTo(picture);
    assertThat(here.unread(maker)).isEqualTo(1);
  }

  @Test
  void afterReadingANewActorMakesANewLineAndAnOldOneNone() {
    var maker = here.member("again-maker");
    var picture = here.hang(maker);
    var first = here.member("again-first");
    var second = here.member("again-second");
    first.put(image(picture) + "/like");
    here.readAll(maker);

    first.delete(image(picture) + "/like");
    here.settle();
    first.put(image(picture) + "/like");
    assertThat(here.lines(maker)).containsExactly("like 1");
    assertThat(here.unread(maker)).isZero();

    second.put(image(picture) + "/like");
    assertThat(here.lines(maker)).containsExactly("like 1*", "like 1");
    assertThat(here.unread(maker)).isEqualTo(1);
  }

  @Test
  void whatIsTakenBackUnreadIsWithdrawn() {
    var maker = here.member("undo-maker");
    var other = here.member("undo-other");
    var third = here.member("undo-third");
    var picture = here.hang(maker);
    other.put(image(picture) + "/like");
    third.put(image(picture) + "/like");
    other.put(user(maker) + "/follow");
    var comment = say(other, picture, "좋아요", null);
    assertThat(here.lines(maker)).containsExactlyInAnyOrder("like 2*", "follow 1*", "comment 1*");

    other.delete(image(picture) + "/like");
    other.delete(user(maker) + "/follow");
    other.delete("/api/v1/comments/" + comment);
    assertThat(here.lines(maker)).containsExactly("like 1*");

    maker.delete(image(picture));
    assertThat(here.lines(maker)).isEmpty();
    assertThat(here.unread(maker)).isZero();
  }

  @Test
  void aCommentIsNewsOnceForEverybodyItConcerns() {
    var maker = here.member("said-maker");
    var first = here.member("said-first");
    var second = here.member("said-second");
    var picture = here.hang(maker);
    var root = say(first, picture, "첫 댓글", null);
    say(second, picture, "대답", root);
    say(maker, picture, "고마워요", root);

    assertThat(here.lines(maker)).containsExactly("comment 1*", "comment 1*");
    assertThat(here.lines(first)).containsExactly("reply 1*", "reply 1*");
    assertThat(here.lines(second)).isEmpty();
    assertThat(here.inbox(first).getLast().get("comment").get("excerpt").asString())
        .isEqualTo("대답");
  }

  @Test
  void aNewPictureIsToldToFollowersAndARemixToItsSourcesMaker() {
    var maker = here.member("new-maker");
    var source = here.member("new-source");
    var follower = here.member("new-follower");
    follower.put(user(maker) + "/follow");
    source.put(user(maker) + "/follow");
    var original = here.hang(source);
    var remix = here.hang(maker, "private", original);
    assertThat(here.lines(follower)).isEmpty();
    assertThat(here.lines(source)).isEmpty();

    maker.patch(image(remix), Map.of("visibility", "public"));
    assertThat(here.lines(follower)).containsExactly("published 1*");
    assertThat(here.lines(source)).containsExactly("remix 1*");

    maker.patch(image(remix), Map.of("visibility", "private"));
    assertThat(here.lines(follower)).isEmpty();
    assertThat(here.unread(follower)).isZero();
    maker.patch(image(remix), Map.of("visibility", "public"));
    assertThat(here.lines(follower)).containsExactly("published 1*");
    assertThat(here.lines(source)).containsExactly("remix 1*");
  }

  @Test
  void aPictureThatWasPublishedLongAgoIsNoNews() {
    var maker = here.member("old-maker");
    var follower = here.member("old-follower");
    follower.put(user(maker) + "/follow");
    here.run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, visibility, published_at)
        VALUES (?, 'wall', 'prompt', 'public', now() - interval '3 days')
        """,
        maker.userId());

    assertThat(here.lines(follower)).isEmpty();
  }

  @Test
  void nothingComesFromWhomTheReaderBlockedOrMutedNorOfAKindThatIsSwitchedOff() {
    var maker = here.member("quiet-maker");
    var picture = here.hang(maker);
    var blocker = here.member("quiet-blocker");
    var muted = here.member("quiet-muted");
    var other = here.member("quiet-other");
    muted.put(image(picture) + "/like");
    blocker.put(image(picture) + "/like");
    other.put(image(picture) + "/like");
    assertThat(here.lines(maker)).containsExactly("like 3*");

    assertThat(maker.put(user(muted) + "/mute").body()).isEqualTo("{\"isMuted\":true}");
    blocker.put(user(maker) + "/block");
    assertThat(here.lines(maker)).containsExactly("like 1*");
    say(muted, picture, "들리나요", null);
    muted.put(user(maker) + "/follow");
    assertThat(here.lines(maker)).containsExactly("like 1*");
    assertThat(Caller.json(maker.get("/api/v1/me/mutes")).get("items"))
        .extracting(person -> person.get("userId").asString())
        .containsExactly(muted.userId());

    var changed =
        maker.patch("/api/v1/me/notification-settings", Map.of("comment", false, "follow", true));
    assertThat(Caller.json(changed).get("comment").asBoolean()).isFalse();
    assertThat(Caller.json(changed).get("like").asBoolean()).isTrue();
    say(other, picture, "조용히", null);
    other.put(user(maker) + "/follow");
    assertThat(here.lines(maker)).containsExactly("follow 1*", "like 1*");

    maker.delete(user(muted) + "/mute");
    assertThat(here.lines(maker)).containsExactly("follow 1*", "like 2*");
  }

  @Test
  void whoIsNotHeardIsNotCountedEither() {
    var maker = here.member("count-maker");
    var blocked = here.member("count-blocked");
    var muted = here.member("count-muted");
    var other = here.member("count-other");
    blocked.put(image(here.hang(maker)) + "/like");
    blocked.put(user(maker) + "/follow");
    muted.put(image(here.hang(maker)) + "/like");
    var comment = say(other, here.hang(maker), "말", null);
    assertThat(here.unread(maker)).isEqualTo(4);

    maker.put(user(muted) + "/mute");
    assertThat(here.unread(maker)).isEqualTo(3);
    maker.put(user(blocked) + "/block");
    assertThat(here.unread(maker)).isEqualTo(1);
    database
        .sql("SELECT hold_comments(ARRAY[?::integer], 'moderation')")
        .params(comment)
        .query((_, _) -> true)
        .list();
    assertThat(here.unread(maker)).isZero();
    assertThat(here.lines(maker)).isEmpty();
  }

  @Test
  void theEndOfARequestIsNews() {
    var member = here.member("asks");
    var generation = member.ask(Map.of("prompt", "바다", "imageSize", "small"));
    var image = member.ended(generation).get("imageId").asInt();

    var line = here.inbox(member).getFirst();
    assertThat(here.lines(member)).containsExactly("generation 0*");
    assertThat(line.get("generation").get("id").asString()).isEqualTo(generation);
    assertThat(line.get("generation").get("status").asString()).isEqualTo("succeeded");
    assertThat(line.get("image").get("id").asInt()).isEqualTo(image);
  }

  @Test
  void whoeverHasOtherNewsForAMemberTellsItOnce() {
    var member = here.member("told");
    for (var time = 0; time < 2; time++) {
      database
          .sql("SELECT tell_member(?, 'moderation_hidden', 'decision:7', 'spam')")
          .params(member.userId())
          .query((row, number) -> true)
          .list();
      here.settle();
    }
    database
        .sql("SELECT tell_member(?, 'moderation_hidden', 'decision:8', 'spam')")
        .params(member.userId())
        .query((row, number) -> true)
        .list();

    assertThat(here.lines(member)).containsExactly("moderation_hidden 0*", "moderation_hidden 0*");
    assertThat(here.inbox(member).getLast().get("subject").asString()).isEqualTo("decision:7");
    assertThat(here.inbox(member).getLast().get("detail").asString()).isEqualTo("spam");
  }

  @Test
  void manyFollowersAreToldInBatchesThatGoOn() {
    var maker = here.member("famous");
    here.run(
        """
        INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
        SELECT 'famous_fan_' || n, ? FROM generate_series(1, 1500) n
        """,
        maker.userId());
    here.settle();
    var pictures = List.of(here.hang(maker), here.hang(maker), here.hang(maker));
    here.settle();

    for (var picture : pictures) {
      assertThat(count("kind = 'published' AND image_id = " + picture)).isEqualTo(1500);
    }
    maker.delete(image(pictures.getFirst()));
    here.settle();
    assertThat(count("kind = 'published' AND image_id = " + pictures.getFirst())).isZero();
    assertThat(count("kind = 'published' AND image_id = " + pictures.getLast())).isEqualTo(1500);
  }

  @Test
  void theListGoesOnWhereItEndedWhileNewOnesArrive() {
    var maker = here.member("list-maker");
    var picture = here.hang(maker);
    var other = here.member("list-other");
    for (var n = 0; n < 5; n++) {
      say(other, picture, "댓글 " + n, null);
      here.settle();
    }
    var first = Caller.json(maker.get("/api/v1/me/notifications?limit=2"));
    say(other, picture, "또", null);
    here.settle();
    var second =
        Caller.json(
            maker.get(
                "/api/v1/me/notifications?limit=10&cursor=" + first.get("nextCursor").asString()));

    assertThat(second.get("items"))
        .extracting(line -> line.get("comment").get("excerpt").asString())
        .containsExactly("댓글 2", "댓글 1", "댓글 0");
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  private int count(String where) {
    return database
        .sql("SELECT count(*) FROM notifications WHERE " + where)
        .query(Integer.class)
        .single();
  }
}
