package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import com.aipixels.web.Browser.Shown;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class PagesTest {

  private static final Map<String, String> SEA =
      Map.of("prompt", "노을 지는 바다 위의 작은 배", "imageSize", "small", "style", "watercolor");

  @LocalServerPort int port;

  @Test
  void aPictureIsMadeAndPublishedByFormsAlone() {
    var minji = Browser.signedInAt(port, "민지");
    var request = ask(minji, SEA);
    var made = end(minji, request);

    var picture = made.the(".making-picture a").attr("href");
    assertThat(made.the("blockquote").text()).isEqualTo("노을 지는 바다 위의 작은 배");
    assertThat(made.document().select("progress, noscript")).isEmpty();
    assertThat(Browser.at(port).open(picture).status()).isEqualTo(404);
    assertThat(minji.open("/me").the(".tile a").attr("href")).isEqualTo(picture);

    var published = minji.submit(made.form(picture + "/publish"), Map.of());

    assertThat(published.status()).isEqualTo(303);
    assertThat(published.location()).isEqualTo(picture);
    var guest = Browser.at(port);
    var first = guest.open("/").the(".tile");
    assertThat(first.expectFirst("a").attr("href")).isEqualTo(picture);
    assertThat(first.expectFirst(".tile-author").text()).isEqualTo("민지");
    var seen = guest.open(picture);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.the("dl.facts").text()).contains("painter", "512 × 512", "수채화");
    assertThat(seen.document().select("main form")).isEmpty();
  }

  @Test
  void anOwnerChangesAndDeletesAPicture() {
    var owner = Browser.signedInAt(port, "owner");
    var picture = end(owner, ask(owner, SEA)).the(".making-picture a").attr("href");

    owner.submit(owner.open(picture).form(picture), Map.of("title", "먼 바다", "tags", "#바다, Blue"));

    var changed = owner.open(picture);
    assertThat(changed.the("h1").text()).isEqualTo("먼 바다");
    assertThat(changed.document().select(".tags a").eachText()).containsExactly("#바다", "#blue");
    var refused = owner.submit(changed.form(picture), Map.of("title", "가".repeat(256)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the("#title").attr("value")).hasSize(256);
    assertThat(refused.the("#title-mistake").text()).contains("255자");

    owner.submit(changed.form(picture + "/delete"), Map.of());

    assertThat(owner.open(picture).status()).isEqualTo(404);
  }

  @Test
  void nobodyMakesAFirstPictureWithoutHavingReadOfAi() {
    var member = Browser.signedInAt(port, "untold");
    var form = member.open("/create").form("/create");
    assertThat(form.expectFirst("input[name=aiNotice]").hasAttr("required")).isTrue();

    var refused = member.submit(form, Map.of("prompt", "바다", "aiNotice", ""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the(".notice").text()).contains("AI 이용 안내");
    assertThat(refused.the("#prompt").text()).isEqualTo("바다");
    assertThat(member.open("/me/credits").the(".balance-number").text()).contains("10");
    assertThat(member.submit(refused.form("/create"), Map.of()).status()).isEqualTo(303);
    assertThat(member.open("/create").document().select("[name=aiNotice]")).isEmpty();
  }

  @Test
  void aFormWithMistakesKeepsWhatWasTyped() {
    var member = Browser.signedInAt(port, "careless");
    var form = member.open("/create").form("/create");

    var refused =
        member.submit(
            form, Map.of("prompt", " ", "seed", "zwölf", "title", "제목 하나", "style", "anime"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the("#title").attr("value")).isEqualTo("제목 하나");
    assertThat(refused.the("#seed").attr("value")).isEqualTo("zwölf");
    assertThat(refused.the("#seed-mistake").text()).contains("정수");
    assertThat(refused.the("#prompt-mistake").text()).contains("1자에서");
    assertThat(refused.the("details.fold").hasAttr("open")).isTrue();
    assertThat(refused.the("input[value=anime]").hasAttr("checked")).isTrue();
    assertThat(member.open("/me/credits").the(".purse b").text()).isEqualTo("10");
  }

  @Test
  void theSameFormTwiceIsOneRequest() {
    var member = Browser.signedInAt(port, "twice");
    var form = member.open("/create").form("/create");

    var once = member.submit(form, SEA);
    var again = member.submit(form, SEA);
    var changed = member.submit(form, Map.of("prompt", "산"));

    assertThat(again.location()).isEqualTo(once.location());
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.the("#prompt").text()).isEqualTo("산");
    assertThat(changed.the("input[name=key]").attr("value"))
        .isNotEqualTo(form.expectFirst("input[name=key]").attr("value"));
    assertThat(member.open("/me/generations").document().select(".request")).hasSize(1);
  }

  @Test
  void anEmptyPurseIsToldWhenItFillsAgain() {
    var member = Browser.signedInAt(port, "spender");
    var requests = Stream.generate(() -> ask(member, SEA)).limit(10).toList();

    var refused = member.submit(member.open("/create").form("/create"), SEA);

    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.the(".notice time").hasAttr("datetime")).isTrue();
    assertThat(refused.the("#prompt").text()).isEqualTo(SEA.get("prompt"));
    var last = member.open(requests.getLast());
    member.submit(last.form(requests.getLast() + "/cancel"), Map.of());
    assertThat(member.open(requests.getLast()).the(".standing").text()).contains("돌려드렸어요");
    assertThat(member.open("/me/credits").the(".entry").text()).contains("돌려받음", "+1");
  }

  @Test
  void whatWasTypedOutlivesASession() {
    var member = Browser.signedInAt(port, "sleepy");
    var form = member.open("/create").form("/create");
    member.submit(member.open("/").form("/local-clerk/sign-out"), Map.of());

    var refused = member.submit(form, SEA);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.the("#prompt").text()).isEqualTo(SEA.get("prompt"));
  }

  @Test
  void aGuestIsSentToSignInAndBack() {
    var guest = Browser.at(port);

    var sent = guest.open("/create?prompt=%EC%82%B0");

    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.location()).startsWith("/sign-in?next=");
    var signedIn =
        guest.submit(
            guest.open(sent.location()).form("/local-clerk/sign-in"), Map.of("username", "back"));
    assertThat(signedIn.location()).isEqualTo("/create?prompt=%EC%82%B0");
    assertThat(guest.open(signedIn.location()).the("#prompt").text()).isEqualTo("산");
  }

  @Test
  void whatIsHiddenIsTheSamePageAsWhatNeverWas() {
    var owner = Browser.signedInAt(port, "secretive");
    var picture = end(owner, ask(owner, SEA)).the(".making-picture a").attr("href");
    var stranger = Browser.signedInAt(port, "stranger");

    var hidden = stranger.open(picture);

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.answer().body())
        .isEqualTo(stranger.open("/images/2000000000").answer().body())
        .isEqualTo(stranger.open("/images/no-number").answer().body());
  }

  @Test
  void pagesSpeakTheReadersLanguage() {
    var korean = Browser.at(port).open("/");
    assertThat(korean.the("html").attr("lang")).isEqualTo("ko");
    assertThat(korean.the(".places").text()).contains("둘러보기");

    var reader = Browser.inEnglishAt(port);
    var english = reader.open("/about-ai");
    assertThat(english.the("html").attr("lang")).isEqualTo("en");
    assertThat(english.the("h1").text()).isEqualTo("About AI");
    assertThat(english.header("Content-Language")).isEqualTo("en");

    var switched = reader.submit(english.form("/language"), Map.of("language", "ko"));

    assertThat(switched.location()).isEqualTo("/about-ai");
    assertThat(reader.cookie("lang")).isEqualTo("ko");
    assertThat(reader.open(switched.location()).the("html").attr("lang")).isEqualTo("ko");
  }

  @Test
  void refusalsArePagesForPeopleAndProblemsForPrograms() {
    var reader = Browser.inEnglishAt(port);

    assertThat(reader.open("/nothing-here").status()).isEqualTo(404);
    assertThat(reader.open("/nothing-here").the("h1").text()).isEqualTo("Nothing here");
    assertThat(reader.open("/?category=nonsense").status()).isEqualTo(400);
    assertThat(reader.open("/?cursor=nonsense").the(".refusal-number").text()).isEqualTo("400");
    assertThat(reader.open("/language").status()).isEqualTo(405);
    assertThat(reader.open("/language").header("Allow")).isEqualTo("POST");
    assertThat(reader.open("/api/v1/images/2000000000").header("Content-Type"))
        .isEqualTo("application/problem+json");
  }

  @Test
  void refusesAFormFromAnotherSite() {
    var member = Browser.signedInAt(port, "target");
    var form = member.open("/create").form("/create");

    member.pretendToBeAt("https://elsewhere.example");

    assertThat(member.submit(form, SEA).status()).isEqualTo(403);
    assertThat(member.open("/me/credits").the(".purse b").text()).isEqualTo("10");
  }

  @Test
  void noPageNeedsAnythingThatItsPolicyForbids() {
    var member = Browser.signedInAt(port, "strict");
    var request = ask(member, SEA);
    var picture = end(member, request).the(".making-picture a").attr("href");
    var paths =
        List.of(
            "/",
            "/create",
            request,
            picture,
            picture + "/versions",
            "/me",
            "/me/generations",
            "/me/credits",
            "/about-ai",
            "/nothing-here");

    for (var path : paths) {
      isWithinPolicy(path, member.open(path));
    }
    isWithinPolicy("/sign-in", Browser.at(port).open("/sign-in"));
  }

  private void isWithinPolicy(String path, Shown shown) {
    var document = shown.document();
    assertThat(document.select("style, script:not([src]), [style]")).as(path).isEmpty();
    assertThat(document.getAllElements())
        .as(path)
        .flatMap(element -> element.attributes().asList())
        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    assertThat(document.select("script, link[rel=stylesheet], link[rel=icon]"))
        .as(path)
        .hasSize(5)
        .allMatch(element ->
            (element.attr("src") + element.attr("href"))
                .matches("/assets/[a-z.]+-[0-9a-f]{32}\\.(js|css|svg)"));
    assertThat(document.select("h1")).as(path).hasSize(1);
    assertThat(document.select("input:not([type=hidden]), select, textarea"))
        .as(path)
        .allMatch(field ->
            field.closest("label") != null
                || !document.select("label[for=" + field.id() + "]").isEmpty());
    assertThat(document.select("img:not([alt])")).as(path).isEmpty();
  }

  private static String ask(Browser member, Map<String, String> typed) {
    var asked = member.submit(member.open("/create").form("/create"), typed);
    assertThat(asked.status()).isEqualTo(303);
    return asked.location();
  }

  private static Shown end(Browser member, String request) {
    member.stream("/api/v1" + request + "/events");
    return member.open(request);
  }
}
