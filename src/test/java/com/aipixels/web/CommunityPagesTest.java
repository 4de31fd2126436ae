package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class CommunityPagesTest {

  @LocalServerPort int port;

  @Test
  void aHeartIsGivenAndTakenBackWhereItStands() {
    var picture = picture("liked-painter", Map.of());
    var member = Browser.signedInAt(port, "liker");

    var liked = member.submit(member.open(picture).form(picture + "/like"), Map.of());

    assertThat(liked.status()).isEqualTo(303);
    assertThat(liked.location()).isEqualTo(picture);
    var heart = member.open(picture).form(picture + "/unlike");
    assertThat(heart.expectFirst("button").attr("aria-pressed")).isEqualTo("true");
    assertThat(heart.expectFirst("b").text()).isEqualTo("1");
    member.submit(heart, Map.of());
    assertThat(member.open(picture).form(picture + "/like").expectFirst("b").text()).isEqualTo("0");
  }

  @Test
  void aCommentIsWrittenAnsweredCorrectedAndDeleted() {
    var picture = picture("talked-about", Map.of());
    var writer = Browser.signedInAt(port, "writer");
    var form = writer.open(picture).form(picture + "/comments");
    var said = writer.submit(form, Map.of("content", "첫 줄\r\n둘째 줄"));
    assertThat(said.location()).startsWith(picture + "#c");
    var comment = "/comments/" + said.location().substring((picture + "#c").length());

    var answerer = Browser.signedInAt(port, "answerer");
    var thread = answerer.open(comment);
    var answered = answerer.submit(thread.form(comment), Map.of("content", "동감이에요"));
    assertThat(answered.location()).startsWith(comment + "#c");
    assertThat(answerer.open(picture).the(".comment-foot").text()).contains("답글 1개");
    var reply = "/comments/" + answered.location().substring((comment + "#c").length());
    assertThat(answerer.open(reply).location()).isEqualTo(answered.location());

    var correction = writer.open(comment + "/edit").form(comment + "/edit");
    assertThat(correction.expectFirst("textarea").wholeText()).isEqualTo("첫 줄\n둘째 줄");
    var corrected = writer.submit(correction, Map.of("content", "고친 말"));
    assertThat(corrected.location()).isEqualTo(said.location());
    assertThat(writer.open(picture).the(".comment").text()).contains("고친 말", "고침");
    assertThat(answerer.open(comment + "/edit").status()).isEqualTo(403);

    writer.submit(writer.open(comment + "/edit").form(comment + "/delete"), Map.of());

    var left = writer.open(picture).the(".comment");
    assertThat(left.text()).contains("지워진 댓글이에요").doesNotContain("고친 말", "writer");
    assertThat(left.select("form")).isEmpty();
    var remains = writer.open(comment);
    assertThat(remains.document().select(".replies .comment").text()).contains("동감이에요");
    assertThat(remains.document().select("form.say")).isEmpty();
  }

  @Test
  void aCommentWithAMistakeKeepsWhatWasTyped() {
    var picture = picture("patient", Map.of());
    var member = Browser.signedInAt(port, "talkative");
    var form = member.open(picture).form(picture + "/comments");

    var refused = member.submit(form, Map.of("content", "가".repeat(2001)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the("#content").wholeText()).hasSize(2001);
    assertThat(refused.the("#content-mistake").text()).contains("2,000자");
    assertThat(member.open(picture + "/comments").location()).isEqualTo(picture + "#comments");
  }

  @Test
  void theSameFormTwiceIsOneComment() {
    var picture = picture("calm", Map.of());
    var member = Browser.signedInAt(port, "hasty");
    var form = member.open(picture).form(picture + "/comments");

    var once = member.submit(form, Map.of("content", "한 번"));
    var again = member.submit(form, Map.of("content", "한 번"));

    assertThat(again.location()).isEqualTo(once.location());
    assertThat(member.open(picture).document().select(".comment")).hasSize(1);
  }

  @Test
  void aPictureMayTakeNoComments() {
    var picture = picture("quiet-one", Map.of("allowComments", false));

    var shown = Browser.signedInAt(port, "curious").open(picture);

    assertThat(shown.document().select("form.say")).isEmpty();
    assertThat(shown.the("#comments").text()).contains("댓글을 쓸 수 없어요");
  }

  @Test
  void addressesInCommentsAreLinksAndNothingElseIs() {
    var picture = picture("linked", Map.of());
    var member = Browser.signedInAt(port, "linker");
    var text = "<script>alert(1)</script> <b>x</b> javascript:alert(1) https://a.kr/x\"y를 봐요";

    member.submit(member.open(picture).form(picture + "/comments"), Map.of("content", text));

    var said = member.open(picture).the(".comment-text");
    assertThat(said.wholeText().strip()).isEqualTo(text);
    assertThat(said.children())
        .singleElement()
        .satisfies(link -> {
          assertThat(link.tagName()).isEqualTo("a");
          assertThat(link.attr("href")).isEqualTo("https://a.kr/x");
          assertThat(link.attr("rel")).contains("nofollow", "ugc", "noopener");
        });
  }

  @Test
  void membersFollowOneAnotherAndSeeTheirPicturesApart() {
    var picture = picture("star", Map.of());
    var star = Caller.signedIn(port, "star").userId();
    var member = Browser.signedInAt(port, "fan");
    var profile = member.open(picture).the(".byline a.person").attr("href");
    assertThat(profile).isEqualTo("/users/" + star);
    assertThat(member.open("/?feed=following").document().select(".tile")).isEmpty();

    var followed = member.submit(member.open(profile).form(profile + "/follow"), Map.of());

    assertThat(followed.location()).isEqualTo(profile);
    assertThat(member.open(profile).the(".member-counts").text()).contains("그림 1", "팔로워 1");
    assertThat(member.open(profile + "/followers").the(".person-row b").text()).isEqualTo("fan");
    var fan = Caller.signedIn(port, "fan").userId();
    var whom = member.open("/users/" + fan + "/following").the(".person-row");
    assertThat(whom.text()).contains("star", "팔로우 중");
    var feed = member.open("/?feed=following&sort=trending");
    assertThat(feed.document().select(".tile")).hasSize(1);
    assertThat(feed.the(".tile a").attr("href")).isEqualTo(picture);
    assertThat(feed.document().select(".filters a[href*=category]"))
        .allMatch(link -> link.attr("href").contains("feed=following"));
    member.submit(member.open(profile).form(profile + "/unfollow"), Map.of());
    assertThat(member.open(profile + "/followers").document().select(".person-row")).isEmpty();
  }

  @Test
  void aBlockKeepsBothApartUntilItIsTakenBack() {
    var hers = picture("blocker", Map.of());
    var his = picture("blocked", Map.of());
    var she = Browser.signedInAt(port, "blocker");
    var he = Browser.signedInAt(port, "blocked");
    var profile = "/users/" + Caller.signedIn(port, "blocked").userId();

    var blocked = she.submit(she.open(profile).form(profile + "/block"), Map.of());

    assertThat(blocked.location()).isEqualTo("/me/blocks");
    assertThat(she.open(his).status()).isEqualTo(404);
    assertThat(she.open(profile).status()).isEqualTo(404);
    assertThat(he.open(hers).status()).isEqualTo(404);
    var blocks = she.open("/me/blocks");
    assertThat(blocks.the(".person-row .person").text()).contains("blocked");
    she.submit(blocks.form(profile + "/unblock"), Map.of());
    assertThat(she.open(his).status()).isEqualTo(200);
    assertThat(he.open(hers).status()).isEqualTo(200);
  }

  @Test
  void picturesAreFoundByKoreanWords() {
    var picture = picture("finder", Map.of("title", "달빛 아래 은하수"));
    var guest = Browser.at(port);

    // Words are taken apart in the background.
    var found =
        await()
            .until(
                () -> guest.open("/search?q=%EC%9D%80%ED%95%98%EC%88%98"),
                page -> !page.document().select(".tile a").isEmpty());
    assertThat(found.the(".tile a").attr("href")).isEqualTo(picture);
    assertThat(found.the("#q").attr("value")).isEqualTo("은하수");
    var nothing =
        guest.open("/search?q=%EC%97%86%EB%8A%94%EB%82%B1%EB%A7%90%EC%9E%85%EB%8B%88%EB%8B%A4");
    assertThat(nothing.status()).isEqualTo(200);
    assertThat(nothing.the(".empty").text()).contains("‘없는낱말입니다’");
    assertThat(guest.open("/search?q=").the(".empty").text()).contains("낱말로 그림을 찾아요");
    assertThat(guest.open("/search").status()).isEqualTo(200);
    assertThat(guest.open("/search?q=" + "a".repeat(201)).status()).isEqualTo(400);
  }

  @Test
  void whoLeavesSeesOnlyTheWayBackAndMayTakeIt() {
    var picture = picture("doubter", Map.of());
    var member = Browser.signedInAt(port, "doubter");

    var left = member.submit(member.open("/me/leave").form("/me/leave"), Map.of());

    assertThat(left.location()).isEqualTo("/me/return");
    assertThat(Browser.at(port).open(picture).status()).isEqualTo(404);
    for (var page : List.of("/", picture, "/me", "/create", "/me/leave", "/me/export")) {
      assertThat(member.open(page).location()).as(page).isEqualTo("/me/return");
    }
    var back = member.open("/me/return");
    assertThat(back.the("h1").text()).isEqualTo("돌아오기");
    assertThat(back.document().select(".tools .purse, .menu")).isEmpty();
    assertThat(member.submit(back.form("/me/export"), Map.of()).location()).isEqualTo("/me/return");
    assertThat(member.open("/me/return").document().select(".parcel")).hasSize(1);

    assertThat(member.submit(back.form("/me/return"), Map.of()).location()).isEqualTo("/me");

    assertThat(member.open("/me").status()).isEqualTo(200);
    assertThat(member.open("/me/return").location()).isEqualTo("/me");
    assertThat(Browser.at(port).open(picture).status()).isEqualTo(200);
  }

  @Test
  void whoLeavesTakesEverythingAlong() {
    var picture = picture("leaver", Map.of());
    var member = Browser.signedInAt(port, "leaver");
    var form = (FormElement) member.open("/me/leave").the("#erase");
    assertThat(member.submit(form, Map.of()).status()).isEqualTo(400);
    assertThat(member.open(picture).status()).isEqualTo(200);

    var left = member.submit(form, Map.of("sure", "true"));

    assertThat(left.location()).isEqualTo("/");
    assertThat(member.open("/").the(".tools").text()).contains("로그인");
    await().until(() -> Browser.at(port).open(picture).status() == 404);
  }

  @Test
  void aGuestReadsAndIsAskedToSignIn() {
    var picture = picture("host", Map.of());
    var member = Browser.signedInAt(port, "speaker");
    var said =
        member.submit(member.open(picture).form(picture + "/comments"), Map.of("content", "말"));
    var guest = Browser.at(port);

    var shown = guest.open(picture);

    assertThat(shown.the(".comment-text").text()).isEqualTo("말");
    assertThat(shown.document().select("main form")).isEmpty();
    assertThat(shown.the("#comments .hint a").attr("href")).isEqualTo("/sign-in?next=" + picture);
    var thread = guest.open(said.location().replaceFirst(".*#c", "/comments/"));
    assertThat(thread.document().select("main form")).isEmpty();
    var profile = guest.open(shown.the(".byline a.person").attr("href"));
    assertThat(profile.status()).isEqualTo(200);
    assertThat(profile.document().select("main form")).isEmpty();
    assertThat(guest.open("/me/leave").location()).startsWith("/sign-in");
  }

  private String picture(String owner, Map<String, Object> wishes) {
    var caller = Caller.signedIn(port, owner);
    var wanted = new LinkedHashMap<String, Object>(wishes);
    wanted.put("prompt", "밤하늘");
    wanted.put("imageSize", "small");
    wanted.put("visibility", "public");
    var request = "/api/v1/generations/" + caller.ask(wanted);
    caller.get(request + "/events", "Accept", "text/event-stream");
    return "/images/" + Caller.json(caller.get(request)).get("imageId").asInt();
  }
}
