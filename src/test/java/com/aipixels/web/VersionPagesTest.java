package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import com.aipixels.web.Browser.Shown;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Trees, several at once and one's own prompts, by forms and links alone.
@HouseTest
class VersionPagesTest {

  private static final Map<String, String> SEA =
      Map.of(
          "prompt", "노을 지는 바다 위의 작은 배",
          "imageSize", "small",
          "style", "watercolor",
          "aspectRatio", "3:4",
          "visibility", "public",
          "title", "첫 바다");

  @LocalServerPort int port;

  @Test
  void aRemixNamesItsSourceAndBothStandInOneTree() {
    var minji = Browser.signedInAt(port, "나무민지");
    var first = make(minji, minji.open("/create"), SEA);
    var jun = Browser.signedInAt(port, "나무준");
    var button = Objects.requireNonNull(jun.open(first).document().select(".row a.button").last());
    assertThat(button.text()).isEqualTo("리믹스");

    var form = jun.open(button.attr("href"));

    assertThat(form.the(".from").text()).contains("리믹스", "첫 바다", "나무민지");
    assertThat(form.the("#prompt").text()).isEqualTo(SEA.get("prompt"));
    assertThat(form.the("input[name=style][checked]").attr("value")).isEqualTo("watercolor");
    assertThat(form.the("input[name=aspectRatio][checked]").attr("value")).isEqualTo("3:4");
    var remix = make(jun, form, Map.of("style", "", "visibility", "public", "title", "둘째 바다"));
    var guest = Browser.at(port);
    var seen = guest.open(remix);
    assertThat(seen.the(".credit").text()).contains("리믹스한 원본", "첫 바다", "나무민지 님의 그림");
    assertThat(seen.the(".facts").text()).contains("painter:1").doesNotContain("수채화");
    assertThat(seen.document().text()).contains("똑같은 그림이 나와요");
    assertThat(guest.open(first).the(".credit").text()).contains("여기서 나온 그림 1개");

    var tree = guest.open(remix + "/versions");

    assertThat(tree.document().select(".line b").eachText()).containsExactly("첫 바다", "둘째 바다");
    assertThat(tree.the(".line a[aria-current]").attr("href")).isEqualTo(remix + "/versions");
    assertThat(tree.document().select("#tiles .tile-picture").eachAttr("href"))
        .containsExactly(first, remix);
    assertThat(guest.open(first + "/versions").the(".strip").text()).isEqualTo("둘째 바다");

    minji.submit(minji.open(first).form(first + "/unpublish"), Map.of());

    assertThat(guest.open(remix).the(".credit").text())
        .contains("지금 볼 수 없는 그림")
        .doesNotContain("첫 바다", "나무민지");
    assertThat(guest.open(remix + "/versions").the(".line").text())
        .contains("지금은 볼 수 없는 그림", "둘째 바다")
        .doesNotContain("첫 바다", "나무민지");
    assertThat(guest.open(first + "/versions").status()).isEqualTo(404);
  }

  @Test
  void aSourceThatIsGoneIsDroppedFromTheForm() {
    var minji = Browser.signedInAt(port, "숨기는이");
    var picture = make(minji, minji.open("/create"), SEA);
    var jun = Browser.signedInAt(port, "늦은이");
    var form = jun.open("/create?source=" + picture.replaceAll("\\D", ""));
    minji.submit(minji.open(picture).form(picture + "/unpublish"), Map.of());

    var refused = jun.submit(form.form("/create"), Map.of());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.the(".notice").text()).contains("볼 수 없어요");
    assertThat(refused.document().select("input[name=sourceImageId], .from")).isEmpty();
    assertThat(refused.the("#prompt").text()).isEqualTo(SEA.get("prompt"));
    assertThat(jun.submit(refused.form("/create"), Map.of()).status()).isEqualTo(303);
  }

  @Test
  void threeAtOnceStandSideBySide() {
    var member = Browser.signedInAt(port, "셋");
    var form = member.open("/create").form("/create");

    var asked = member.submit(form, with(SEA, "count", "3"));
    var shown = member.open(asked.location());

    assertThat(shown.document().select(".batch a")).hasSize(3);
    assertThat(shown.the(".batch a[aria-current]").attr("href")).isEqualTo(asked.location());
    assertThat(shown.the(".purse b").text()).isEqualTo("7");
    for (var sibling : shown.document().select(".batch a").eachAttr("href")) {
      member.stream("/api/v1" + sibling + "/events");
    }
    assertThat(member.open(asked.location()).document().select(".batch img")).hasSize(3);
    assertThat(member.open("/me").document().select(".tile")).hasSize(3);
    assertThat(
            member
                .submit(member.open("/create").form("/create"), with(SEA, "count", "9"))
                .the("#count-mistake")
                .text())
        .contains("네 장까지");
  }

  @Test
  void anOwnPromptIsFoundAndUsedAgain() {
    var member = Browser.signedInAt(port, "되쓰는이");
    make(member, member.open("/create"), SEA);
    make(member, member.open("/create"), Map.of("prompt", "산 위의 성", "imageSize", "small"));

    var found = member.open("/me/generations?q=%EB%B0%94%EB%8B%A4");

    assertThat(found.document().select(".request-words").eachText())
        .containsExactly(SEA.get("prompt"));
    assertThat(found.the("#words").attr("value")).isEqualTo("바다");
    var again = member.open(found.the(".request-row a.quiet").attr("href"));
    assertThat(again.the("#prompt").text()).isEqualTo(SEA.get("prompt"));
    assertThat(again.the("input[name=aspectRatio][checked]").attr("value")).isEqualTo("3:4");
    assertThat(again.document().select("[data-prompts] a").eachText())
        .containsExactly("산 위의 성", SEA.get("prompt"));
    assertThat(member.open("/me/generations?q=%EC%97%86%EB%8A%94").the(".empty").text())
        .contains("없는");
    assertThat(member.open("/me/generations?q=" + "a".repeat(201)).status()).isEqualTo(400);
  }

  private static Map<String, String> with(Map<String, String> typed, String field, String value) {
    var more = new HashMap<>(typed);
    more.put(field, value);
    return more;
  }

  /// The address of the picture that comes of this form.
  private static String make(Browser member, Shown form, Map<String, String> typed) {
    var asked = member.submit(form.form("/create"), typed);
    assertThat(asked.status()).isEqualTo(303);
    member.stream("/api/v1" + asked.location() + "/events");
    return member.open(asked.location()).the(".making-picture a").attr("href");
  }
}
