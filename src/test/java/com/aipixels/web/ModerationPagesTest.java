package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.moderation.Desk;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Reporting, deciding and appealing without a line of JavaScript.
@HouseTest
class ModerationPagesTest {

  @LocalServerPort int port;

  @Test
  void aPictureIsReportedDecidedAppealedForAndShownAgainOnPages() {
    var picture = picture("pages-maker");
    Desk.moderator(port, "pages-judge");
    Desk.moderator(port, "pages-colleague");
    var reader = Browser.signedInAt(port, "pages-reader");
    var link = reader.open(picture).the("a[href^='/report?type=image']").attr("href");
    var form = reader.open(link).form("/report");
    assertThat(form.select("input[name=reason]")).hasSize(8);

    var incomplete = reader.submit(form, Map.of("details", "출처가 따로 있어요"));
    assertThat(incomplete.status()).isEqualTo(400);
    assertThat(incomplete.the("#reason-mistake").text()).contains("까닭을 골라");
    assertThat(incomplete.the("#details").wholeText()).isEqualTo("출처가 따로 있어요");
    var sent =
        reader.submit(
            incomplete.form("/report"), Map.of("reason", "illegal_filming", "details", "<b>"));
    assertThat(sent.location()).isEqualTo("/report/thanks");
    assertThat(reader.open(sent.location()).the("h1").text()).isEqualTo("신고를 받았어요");
    assertThat(reader.open("/moderation").status()).isEqualTo(404);

    var judge = Browser.signedInAt(port, "pages-judge");
    assertThat(judge.open("/me/decisions").the(".heading a").attr("href")).isEqualTo("/moderation");
    var waiting =
        judge
            .open("/moderation")
            .the(".waiting:contains(pages-maker) .waiting-words a")
            .attr("href");
    var one = judge.open(waiting);
    assertThat(one.document().text()).contains("불법 촬영물이나 딥페이크", "<b>", "pages-reader");
    assertThat(judge.open(one.the("img.evidence").attr("src")).status()).isEqualTo(200);
    var noReason = judge.submit(one.form(waiting), Map.of("action", "hide", "note", " "));
    assertThat(noReason.status()).isEqualTo(400);
    assertThat(noReason.the("#note-mistake").text()).contains("까닭");
    var decided =
        judge.submit(noReason.form(waiting), Map.of("action", "hide", "note", "확인이 필요해요"));
    assertThat(decided.location()).isEqualTo(waiting);
    assertThat(judge.open(waiting).the(".notice").text()).contains("결정이 끝난 사건");
    var late = judge.submit(one.form(waiting), Map.of("action", "dismiss", "note", "늦음"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.the("h1").text()).isEqualTo("지금은 할 수 없는 일이에요");
    assertThat(reader.open(picture).status()).isEqualTo(404);

    var maker = Browser.signedInAt(port, "pages-maker");
    var ruling = maker.open("/me/decisions");
    assertThat(ruling.the(".act").text())
        .contains("운영진이 가렸어요", "확인이 필요해요", "불법 촬영")
        .doesNotContain("pages-judge", "pages-reader");
    var appeal = (FormElement) ruling.the("form[action$=/appeal]");
    assertThat(maker.submit(appeal, Map.of("text", " ")).status()).isEqualTo(400);
    var appealed = maker.submit(appeal, Map.of("text", "제가 그린 그림이에요"));
    assertThat(appealed.location()).startsWith("/me/decisions#d");
    assertThat(maker.open("/me/decisions").the(".act").text()).contains("살펴보고 있어요");

    var ours = "li:has(blockquote:contains(제가 그린)) form";
    var open = judge.open("/moderation/appeals").the(ours);
    var own = judge.submit((FormElement) open, Map.of("action", "reverse", "note", "다시 봄"));
    assertThat(own.status()).isEqualTo(403);
    var colleague = Browser.signedInAt(port, "pages-colleague");
    var answer = colleague.open("/moderation/appeals").the(ours);
    var answered =
        colleague.submit((FormElement) answer, Map.of("action", "reverse", "note", "맞습니다"));
    assertThat(answered.location()).isEqualTo("/moderation/appeals");

    assertThat(reader.open(picture).status()).isEqualTo(200);
    assertThat(maker.open("/me/decisions").the(".act").text()).contains("결정을 취소했어요", "맞습니다", "끝남");
    assertThat(colleague.open("/moderation/actions").the("#tiles").text())
        .contains("결정 취소", "pages-colleague", "가림", "pages-judge");
  }

  @Test
  void aRightsHoldersBlockIsEnteredAndLifted() {
    var picture = picture("rights-maker");
    Desk.moderator(port, "rights-judge");
    var judge = Browser.signedInAt(port, "rights-judge");
    var number = picture.substring("/images/".length());
    var form = judge.open("/moderation/rights-blocks?imageId=" + number);
    var blocks = form.form("/moderation/rights-blocks");
    assertThat(blocks.expectFirst("#imageId").attr("value")).isEqualTo(number);

    var refused = judge.submit(blocks, Map.of("days", "31", "claimant", "화가", "note", "요청"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the("#days-mistake").text()).contains("기간");
    judge.submit(
        refused.form("/moderation/rights-blocks"),
        Map.of("days", "30", "claimant", "화가", "note", "요청"));
    assertThat(Caller.guest(port).get(picture).statusCode()).isEqualTo(404);

    var list = judge.open("/moderation/rights-blocks");
    assertThat(list.the("#tiles").text()).contains("그림 " + number, "화가: 요청");
    var lift = (FormElement) list.the("form[action$=/lift]");
    assertThat(judge.submit(lift, Map.of("note", "철회")).location())
        .isEqualTo("/moderation/rights-blocks");
    assertThat(Caller.guest(port).get(picture).statusCode()).isEqualTo(200);
  }

  @Test
  void commentsAndMembersAreReportedWhereTheyStandAndNothingOfOnesOwn() {
    var picture = picture("commented-maker");
    var maker = Caller.signedIn(port, "commented-maker");
    var said = maker.post("/api/v1" + picture + "/comments", Map.of("content", "제 그림입니다"));
    assertThat(said.statusCode()).isEqualTo(201);
    var reader = Browser.signedInAt(port, "commented-reader");
    var comment = reader.open(picture).the(".comment a[href^='/report']").attr("href");
    assertThat(reader.open(comment).the("legend").text()).contains("댓글");
    var member = reader.open("/users/" + maker.userId()).the("a[href^='/report']").attr("href");
    assertThat(reader.open(member).the("legend").text()).contains("회원");

    var own = Browser.signedInAt(port, "commented-maker");
    assertThat(own.open(picture).document().select("a[href^='/report']")).isEmpty();
    assertThat(own.open(comment).status()).isEqualTo(422);
    assertThat(Browser.at(port).open(comment).location()).startsWith("/sign-in?next=");
    assertThat(reader.open("/report?type=image&id=2000000000").status()).isEqualTo(404);
    assertThat(reader.open("/report?type=cat&id=1").status()).isEqualTo(400);
  }

  private String picture(String maker) {
    var caller = Caller.signedIn(port, maker);
    var generation =
        caller.ask(Map.of("prompt", "바다", "imageSize", "small", "visibility", "public"));
    return "/images/" + caller.ended(generation).get("imageId").asInt();
  }
}
