package com.aipixels.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForURLOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Members at a phone and at desks: from a prompt to a picture that others like, talk about and
/// make more of.
@BrowserTest
@HouseTest
class BrowserJourneyTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  private static Caller maker;
  private static String lake;

  @BeforeEach
  void hang() {
    if (maker == null) {
      maker = Caller.signedIn(port, "dahye");
      for (var prompt : List.of("새벽 호수의 백조", "한낮의 해바라기 밭", "겨울 숲의 사슴")) {
        var ended =
            maker.ended(
                maker.ask(
                    Map.of(
                        "prompt",
                        prompt,
                        "title",
                        prompt,
                        "imageSize",
                        "small",
                        "visibility",
                        "public",
                        "tags",
                        List.of("journey"))));
        lake = lake == null ? ended.get("imageId").asString() : lake;
      }
    }
  }

  @Test
  void aFirstPictureOnAPhoneFromAFreshStart() {
    try (var minji = new Visitor(port, Screen.PHONE, Tongue.KOREAN)) {
      var start = System.nanoTime();
      minji.open("/");
      minji.click(".hello .button.strong");
      minji.see("#username").fill("minji-" + System.nanoTime());
      minji.click("form[action='/local-clerk/sign-in'] button");
      minji.see("#prompt").fill("노을 지는 바다 위의 작은 배");
      minji.click("input[name=aiNotice]");
      minji.click("form.create button.wide");
      assertThat(minji.see("img.whole")).isVisible();
      System.out.printf(
          "A first picture: %d clicks, %.1f s%n",
          minji.clicks(), (System.nanoTime() - start) / 1e9);
      assertThat(minji.clicks()).isLessThanOrEqualTo(4);

      minji.click("form[action$='/publish'] button");
      assertThat(minji.see("h1")).hasCount(1);
      minji.open("/");
      assertThat(minji.see(".tile-picture").first()).isVisible();
      assertThat(minji.complaints()).isEmpty();
    }
  }

  @Test
  void aPictureOpensOverTheFeedAndClosesAtTheSamePlace() {
    try (var hana = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN).signIn("hana-over")) {
      hana.open("/?tag=journey");
      var first = hana.see(".tile-picture").first();
      first.click();
      assertThat(hana.see("dialog.viewer h1")).hasText("겨울 숲의 사슴");
      assertThat(hana.address()).matches("/images/\\d+");

      hana.page().keyboard().press("ArrowRight");
      assertThat(hana.see("dialog.viewer h1")).hasText("한낮의 해바라기 밭");
      hana.page().goBack();
      assertThat(hana.see("dialog.viewer")).not().isVisible();
      assertThat(hana.address()).isEqualTo("/?tag=journey");
      assertThat(hana.see(".tile-picture").nth(1)).isFocused();

      hana.page().goForward();
      assertThat(hana.see("dialog.viewer h1")).hasText("한낮의 해바라기 밭");
      hana.page().keyboard().press("Escape");
      assertThat(hana.see("dialog.viewer")).not().isVisible();

      hana.page().goForward();
      hana.page().reload();
      assertThat(hana.see("main .picture h1")).hasText("한낮의 해바라기 밭");
      hana.page().goBack();
      assertThat(hana.see(".tile-picture").first()).isVisible();
      assertThat(hana.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsDoneInTheViewerIsSeenAtOnceAndByOthers() {
    var yuna = Caller.signedIn(port, "yuna");
    hang(yuna);
    var yunas = hang(yuna);
    try (var hana = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN).signIn("hana-acts");
        var maker = new Visitor(port, Screen.DESKTOP, Tongue.ENGLISH).carrying(token("yuna"))) {
      maker.open("/");
      hana.open("/users/" + yuna.userId());
      hana.see("a.tile-picture[href='/images/" + yunas + "']").click();
      var heart = hana.see("dialog .row .heart");
      heart.click();
      pressed(heart, true);
      assertThat(heart.locator("b")).hasText("1");
      assertThat(maker.see(".bell-count")).hasText("1");

      hana.see("dialog #tie").click();
      assertThat(hana.see("dialog form[action$='/unfollow']")).isVisible();
      assertThat(maker.see(".bell-count")).hasText("2");
      hana.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      hana.see("dialog [data-share]").click();
      assertThat(hana.see("dialog .toast")).containsText("주소를 복사했어요");

      hana.see("dialog #content").fill("물결이 살아 있어요");
      hana.see("dialog #send").click();
      assertThat(hana.see("dialog .comment-text")).hasText("물결이 살아 있어요");
      assertThat(hana.see("dialog #content")).hasValue("");
      assertThat(maker.see(".bell-count")).hasText("3");
      assertThat(likes(yunas)).isEqualTo(1);

      hana.see("dialog a[data-delete]").click();
      assertThat(hana.see("dialog .comment")).not().isVisible();
      hana.see("dialog .toast button").click();
      assertThat(hana.see("dialog .comment")).isVisible();

      maker.open("/images/" + yunas);
      assertThat(maker.see(".comment-text")).hasText("물결이 살아 있어요");
      assertThat(maker.see(".comments h2")).containsText("Comments");
      assertThat(hana.complaints()).isEmpty();
      assertThat(maker.complaints()).isEmpty();
    }
  }

  @Test
  void aHeartIsPutRightWhereTheServerSaysNo() {
    try (var hana = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN).signIn("hana-cut")) {
      hana.open("/images/" + lake);
      var heart = hana.see(".picture .row .heart");
      var before = heart.locator("b").textContent();
      hana.page().route("**/like", route -> route.abort());
      heart.click();
      assertThat(hana.see(".toast")).containsText("하지 못했어요");
      pressed(heart, false);
      assertThat(heart.locator("b")).hasText(before);
    }
  }

  @Test
  void aDeletedPictureCanBeTakenBack() {
    var sky = made("dahye", "구름 위의 연");
    try (var dahye = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN).carrying(token("dahye"))) {
      dahye.open("/me");
      var tile = dahye.see("li.tile:has(a[href='/images/" + sky + "'])");
      tile.locator(".tile-picture").click();
      dahye.see("dialog summary:has-text('그림 삭제')").click();
      dahye.see("dialog form[action$='/delete'] button").click();
      assertThat(tile).not().isVisible();
      dahye.see(".toast button").click();
      assertThat(tile).isVisible();

      tile.locator(".tile-picture").click();
      dahye.see("dialog summary:has-text('그림 삭제')").click();
      dahye.see("dialog form[action$='/delete'] button").click();
      assertThat(tile).not().isVisible();
      // Leaving the page does what was not taken back.
      dahye.open("/about-ai");
      await()
          .untilAsserted(
              () -> assertThat(maker.get("/api/v1/images/" + sky).statusCode()).isEqualTo(404));
    }
  }

  @Test
  void manyPicturesAtOnce() {
    try (var sora = new Visitor(port, Screen.PHONE, Tongue.KOREAN).signIn("sora")) {
      made("sora", "첫째");
      made("sora", "둘째");
      sora.open("/me");
      sora.see("a[href='/me?choose=true']").click();
      for (var box : sora.see(".tile-choice input").all()) {
        box.check();
      }
      sora.see("#chosen button[value=publish]").click();
      assertThat(sora.see("[role=status].hint")).hasText("그림 2장을 공개했어요.");
      assertThat(sora.see(".tile .badge.at-end")).hasCount(0);

      sora.see(".tile-choice input").first().check();
      sora.see("#more-tags").fill("봄, #바람");
      sora.see("#chosen button[value=tag]").click();
      assertThat(sora.see("[role=status].hint")).hasText("그림 1장에 태그를 달았어요.");
      sora.see(".tile-choice input").first().check();
      sora.see("#chosen button[value=delete]").click();
      assertThat(sora.see(".toast")).containsText("지웠어요");
      assertThat(sora.see(".tile").first()).not().isVisible();
      assertThat(sora.complaints()).isEmpty();
    }
  }

  @Test
  void whatTheEngineReadCanBeCorrectedBeforeTheNextTry() {
    var moon = made("dahye", "달밤의 바다");
    try (var dahye = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN).carrying(token("dahye"))) {
      dahye.open("/create?source=" + moon);
      assertThat(dahye.see("#translatedPrompt")).hasValue(Pattern.compile(".*sea.*"));
      dahye.see("#translatedPrompt").fill("a quiet sea in the moonlight");
      if (dahye.see("input[name=aiNotice]").count() > 0) {
        dahye.see("input[name=aiNotice]").check();
      }
      dahye.see("#prompt").press("Control+Enter");
      assertThat(dahye.see("img.whole")).isVisible();
      assertThat(dahye.see("p[lang=en]")).hasText("a quiet sea in the moonlight");
    }
  }

  @Test
  void theKeyboardAloneDoesTheWholeJourney() {
    try (var hands = new Visitor(port, Screen.DESKTOP, Tongue.ENGLISH)) {
      hands.open("/");
      var keys = new Keys(hands.page());
      keys.to("a.button[href='/create']").press("Enter");
      assertThat(hands.see("#username")).isFocused();
      keys.type("keyboard-only").press("Enter");
      hands.page().waitForURL("**/create");
      keys.to("#prompt").type("A lighthouse in a storm");
      keys.to("input[name=aiNotice]").press("Space");
      keys.to("form.create button.wide").press("Enter");
      assertThat(hands.see("img.whole")).isVisible();
      keys.to("form[action$='/publish'] button").press("Enter");
      assertThat(hands.see(".picture h1")).isVisible();
      keys.to(".picture .heart").press("Enter");
      pressed(hands.see(".picture .heart").first(), true);
      keys.to("#content").type("My first one").to("#send").press("Enter");
      assertThat(hands.see(".comment-text")).hasText("My first one");

      hands.open("/");
      keys.to(".tile-picture").press("ArrowRight").press("ArrowLeft").press("Enter");
      assertThat(hands.see("dialog.viewer h1")).isVisible();
      keys.press("Escape");
      assertThat(hands.see("dialog.viewer")).not().isVisible();
      assertThat(hands.see(".tile-picture").first()).isFocused();
      keys.to("details.menu summary").press("Enter").to("form[action$='/sign-out'] button");
      keys.press("Enter");
      assertThat(hands.see("a[href='/sign-in']").first()).isVisible();
      assertThat(hands.complaints()).isEmpty();
    }
  }

  @Test
  void aCutLineLosesNothing() {
    try (var hana = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN).signIn("hana-line")) {
      hana.open("/");
      hana.page().waitForFunction("() => navigator.serviceWorker.controller");
      hana.page().reload();
      hana.open("/create");
      hana.see("#prompt").fill("끊긴 다리 위의 기차");
      hana.see("input[name=aiNotice]").check();
      hana.context().setOffline(true);
      hana.see("form.create button.wide").click();
      assertThat(hana.see(".toast")).containsText("인터넷이 끊겼어요");
      assertThat(hana.see("#prompt")).hasValue("끊긴 다리 위의 기차");

      var tab = hana.tab("/images/" + lake);
      assertThat(tab.locator("h1")).hasText("인터넷에 이어져 있지 않아요");
      var front = hana.tab("/");
      assertThat(front.locator(".tile-picture img").first()).isVisible();

      hana.context().setOffline(false);
      assertThat(hana.see(".toast")).containsText("다시 이어졌어요");
      hana.see("form.create button.wide").click();
      hana.page().waitForURL("**/generations/*", new WaitForURLOptions());
      hana.context().setOffline(true);
      hana.context().setOffline(false);
      assertThat(hana.see("img.whole")).isVisible();
    }
  }

  @Test
  void settingsAreKeptByTheBrowser() {
    try (var reader = new Visitor(port, Screen.PHONE, Tongue.KOREAN)) {
      reader.open("/settings");
      reader.see("button[name=theme][value=dark]").click();
      assertThat(reader.see("html")).hasAttribute("data-theme", "dark");
      assertThat(reader.page().evaluate("() => getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(19, 20, 22)");
      reader.see("main button[name=language][value=en]").click();
      assertThat(reader.see("main h1")).hasText("Settings");
      reader.open("/");
      assertThat(reader.see("html")).hasAttribute("lang", "en");
      assertThat(reader.see("html")).hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void aLongListIsFoundAgainWhereItWasLeft() {
    var jin = Caller.signedIn(port, "jin-many");
    for (int n = 0; n < 30; n++) {
      hang(jin);
    }
    try (var reader = new Visitor(port, Screen.DESKTOP, Tongue.KOREAN)) {
      reader.open("/users/" + jin.userId());
      reader.see(".tile").nth(20).scrollIntoViewIfNeeded();
      assertThat(reader.see(".tile")).hasCount(30);
      reader.see(".tile").last().scrollIntoViewIfNeeded();
      var y = (Number) reader.page().evaluate("() => scrollY");
      reader.open("/about-ai");
      reader.page().goBack();
      assertThat(reader.see(".tile")).hasCount(30);
      reader.page().waitForFunction("y => Math.abs(scrollY - y) < 200", y.doubleValue());
    }
  }

  private int hang(Caller owner) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, width, height)
            VALUES (:owner, 'wall', 'prompt', 'public', 640, 480)
            RETURNING id
            """)
        .param("owner", owner.userId())
        .query(Integer.class)
        .single();
  }

  private static void pressed(Locator heart, boolean isLiked) {
    assertThat(heart)
        .hasAttribute("aria-pressed", Boolean.toString(isLiked), new HasAttributeOptions());
  }

  private String token(String member) {
    var answer = Caller.guest(port).post("/local-clerk/sign-in", Map.of("username", member));
    return Caller.json(answer).get("token").asString();
  }

  private String made(String member, String prompt) {
    var caller = Caller.signedIn(port, member);
    var id = caller.ask(Map.of("prompt", prompt, "title", prompt, "imageSize", "small"));
    return caller.ended(id).get("imageId").asString();
  }

  private static int likes(int image) {
    return Caller.json(maker.get("/api/v1/images/" + image)).get("likeCount").asInt();
  }

  /// Hands on a keyboard.
  private record Keys(Page page) {

    Keys to(String selector) {
      for (int presses = 0; presses < 120; presses++) {
        page.keyboard().press("Tab");
        if ((boolean)
            page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
          return this;
        }
      }
      throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
    }

    Keys press(String key) {
      page.keyboard().press(key);
      return this;
    }

    Keys type(String text) {
      page.keyboard().type(text);
      return this;
    }
  }
}
