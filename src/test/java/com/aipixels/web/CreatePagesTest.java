package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import com.aipixels.look.Style;
import com.aipixels.web.Browser.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asking for a picture once more in other words, and what the page of a request offers.
@HouseTest
class CreatePagesTest {

  private static final String OWN = "a small boat, far out";
  private static final Map<String, String> SEA =
      Map.of("prompt", "노을 지는 바다 위의 작은 배", "imageSize", "small");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void whatTheEngineReadIsOfferedAndReadAsItWasCorrected() {
    var member = Browser.signedInAt(port, "고치는이");
    var first = made(member, member.open("/create"), SEA);
    assertThat(member.open("/create").document().select("#translatedPrompt")).isEmpty();

    var form = member.open(button(first, "/create?source="));

    assertThat(form.the("details.reading-as").hasAttr("open")).isTrue();
    assertThat(form.the("#translatedPrompt").text()).contains("sea");
    var second = made(member, form, Map.of("translatedPrompt", OWN));
    assertThat(second.the("p[lang=en]").text()).isEqualTo(OWN);
    var again = member.open(button(second, "/create?source="));
    assertThat(again.the("#translatedPrompt").text()).isEqualTo(OWN);
    var other = made(member, again, Map.of("prompt", "산 위의 성"));
    assertThat(other.the("p[lang=en]").text()).isNotEqualTo(OWN).contains("castle");
    var anew = made(member, again, keyed(Map.of("translatedPrompt", "")));
    assertThat(anew.the("p[lang=en]").text()).isNotEqualTo(OWN).contains("sea");
  }

  @Test
  void aTranslationThatIsTooLongIsToldAtItsField() {
    var member = Browser.signedInAt(port, "긴말하는이");
    var first = made(member, member.open("/create"), SEA);
    var form = member.open(button(first, "/create?source="));

    var refused =
        member.submit(form.form("/create"), Map.of("translatedPrompt", "x".repeat(10_001)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the("#translatedPrompt-mistake").text()).contains("10,000자");
    assertThat(refused.the("input[name=readFrom]").attr("value")).isEqualTo(SEA.get("prompt"));
  }

  @Test
  void aCorrectionOutlivesAnEmptyPurse() {
    var member = Browser.signedInAt(port, "빈지갑");
    var typed = new HashMap<>(SEA);
    typed.put("translatedPrompt", OWN);
    var first = made(member, member.open("/create"), typed);
    for (var count : new String[] {"4", "4", "1"}) {
      var more = new HashMap<>(SEA);
      more.put("count", count);
      assertThat(member.submit(member.open("/create").form("/create"), more).status())
          .isEqualTo(303);
    }

    var refused = member.submit(first.form("/create"), Map.of());

    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.the("#translatedPrompt").text()).isEqualTo(OWN);
    assertThat(refused.the("input[name=readAs]").attr("value")).isEqualTo(OWN);
  }

  @Test
  void everyStyleIsShownAsASmallPicture() throws IOException {
    var member = Browser.signedInAt(port, "styles");
    var form = member.open("/create");

    assertThat(form.document().select(".look input[type=radio][name=style]").eachAttr("value"))
        .startsWith("")
        .containsAll(Arrays.stream(Style.values()).map(Style::value).toList())
        .hasSize(Style.values().length + 1);
    for (var style : Style.values()) {
      var picture = form.the(".look input[value=" + style.value() + "] + span img");
      assertThat(picture.attr("loading")).isEqualTo("lazy");
      assertThat(picture.attr("width") + picture.attr("height")).matches("\\d{6}");
      assertThat(member.open(picture.attr("src")).header("Content-Type")).isEqualTo("image/webp");
      var file = Path.of("src/main/resources/static/assets/look-" + style.value() + ".webp");
      assertThat(Files.size(file)).as(style.value()).isLessThanOrEqualTo(4096);
    }
  }

  @Test
  void aPictureThatIsThereCanBeHungTakenAlongAndMadeAgain() {
    var member = Browser.signedInAt(port, "takes-along");

    var shown = made(member, member.open("/create"), SEA);

    var picture = shown.the(".making-picture a").attr("href");
    assertThat(shown.document().select("form[action=" + picture + "/publish]")).hasSize(1);
    assertThat(shown.document().select("form[action=/create]")).hasSize(1);
    var download = shown.the("a[download]").attr("href");
    assertThat(download).isEqualTo("/api/v1" + picture + "/download");
    assertThat(member.open(download).status()).isEqualTo(200);
    assertThat(shown.document().text()).contains("초 걸렸어요", "AI 모델이 아닌 내장 화가가");
  }

  @Test
  void aRequestThatFailedSaysWhyAndWhereTheCreditIs() {
    var member = Browser.signedInAt(port, "blocked");
    var request = ended(member, member.open("/create"), SEA);
    jdbc.sql(
            """
            UPDATE generations
            SET status = 'failed', error_code = 'blocked', error_message = 'no', image_id = NULL
            WHERE id = :id
            """)
        .param("id", UUID.fromString(request.replaceFirst(".*/", "")))
        .update();

    var shown = member.open(request);

    assertThat(shown.the(".standing").text()).contains("안전 필터", "크레딧은 돌려드렸어요");
    assertThat(shown.document().select("form[action=/create]")).hasSize(1);
    assertThat(button(shown, "/create?again=")).isNotEmpty();
    assertThat(shown.document().select("a[download]")).isEmpty();
    assertThat(shown.document().text()).doesNotContain("내장 화가가 그렸어요", "걸렸어요");
  }

  private static String button(Shown shown, String start) {
    return shown.the(".row a[href^=" + start + "]").attr("href");
  }

  /// As from a form of its own.
  private static Map<String, String> keyed(Map<String, String> typed) {
    var more = new HashMap<>(typed);
    more.put("key", "another");
    return more;
  }

  private static Shown made(Browser member, Shown form, Map<String, String> typed) {
    return member.open(ended(member, form, typed));
  }

  private static String ended(Browser member, Shown form, Map<String, String> typed) {
    var asked = member.submit(form.form("/create"), typed);
    assertThat(asked.status()).isEqualTo(303);
    member.stream("/api/v1" + asked.location() + "/events");
    return asked.location();
  }
}
