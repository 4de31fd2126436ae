package com.aipixels.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The journey of two members whose browsers run no JavaScript.
@BrowserTest
@HouseTest
class WithoutScriptTest {

  @LocalServerPort int port;

  @Test
  void everythingCanBeDone() {
    try (var minji = plain("minji-plain");
        var hana = plain("hana-plain")) {
      minji.open("/create");
      minji.see("#prompt").fill("종이로 접은 새");
      minji.see("input[name=aiNotice]").check();
      minji.see("form.create button.wide").click();
      assertThat(minji.see("img.whole")).isVisible();
      minji.see("form[action$='/publish'] button").click();
      minji.open("/");
      minji.see(".tile-picture").first().click();
      var picture = minji.address();

      hana.open("/");
      hana.see("a[href='" + picture + "']").first().click();
      hana.see(".picture .row form .heart").click();
      assertThat(hana.see(".picture .row .heart")).hasAttribute("aria-pressed", "true");
      hana.see("#content").fill("접은 자국이 보여요");
      hana.see("#send").click();
      assertThat(hana.see(".comment-text")).hasText("접은 자국이 보여요");
      hana.see(".comment a[href$='/edit']").first().click();
      hana.see("#content").fill("접은 자국까지 보여요");
      hana.see("button.strong").click();
      assertThat(hana.see(".comment-text").first()).hasText("접은 자국까지 보여요");
      hana.open(picture);
      hana.see(".byline .person").click();
      hana.see("form[action$='/follow'] button").click();
      assertThat(hana.see("form[action$='/unfollow'] button")).isVisible();
      hana.open("/create?source=" + picture.replaceAll("\\D", ""));
      hana.see("#prompt").fill("종이로 접은 배");
      hana.see("input[name=aiNotice]").check();
      hana.see("form.create button.wide").click();
      assertThat(hana.see("img.whole")).isVisible();

      minji.open("/me/notifications");
      assertThat(minji.see("a.notice").first()).isVisible();
      minji.open("/me?choose=true");
      minji.see(".tile-choice input").first().check();
      minji.see("#chosen button[value=delete]").click();
      minji.see("button[value=delete]").click();
      assertThat(minji.see("[role=status].hint")).hasText("그림 1장을 지웠어요.");
      minji.see("details.menu summary").click();
      minji.see("form[action$='/sign-out'] button").click();
      assertThat(minji.see("a[href='/sign-in']").first()).isVisible();
    }
  }

  private Visitor plain(String name) {
    var answer = Caller.guest(port).post("/local-clerk/sign-in", Map.of("username", name));
    var visitor = new Visitor(port, Screen.PHONE.in(Tongue.KOREAN).setJavaScriptEnabled(false));
    return visitor.carrying(Caller.json(answer).get("token").asString());
  }
}
