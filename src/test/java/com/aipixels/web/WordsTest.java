package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import com.aipixels.look.Category;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {

  private static final Instant NOW = Instant.parse("2026-01-10T03:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T02:59:01Z, 방금, just now",
    "2026-01-10T02:59:00Z, 1분 전, 1 min ago",
    "2026-01-10T02:00:01Z, 59분 전, 59 min ago",
    "2026-01-10T02:00:00Z, 1시간 전, 1 h ago",
    "2026-01-09T03:00:01Z, 23시간 전, 23 h ago",
    "2026-01-09T03:00:00Z, 1일 전, 1 d ago",
    "2026-01-03T03:00:01Z, 6일 전, 6 d ago",
    "2026-01-03T03:00:00Z, 1월 3일, 3 Jan",
    "2025-12-31T15:00:00Z, 1월 1일, 1 Jan",
    "2025-12-31T14:59:59Z, 2025년 12월 31일, 31 Dec 2025",
    "2026-01-10T03:00:01Z, 1월 10일, 10 Jan",
  })
  void saysHowLongAgoSomethingWas(Instant instant, String korean, String english) {
    assertThat(words(Language.KOREAN).ago(instant)).isEqualTo(korean);
    assertThat(words(Language.ENGLISH).ago(instant)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T15:00:00Z, 내일 0시, tomorrow at 0:00 (Seoul)",
    "2026-01-11T06:00:00Z, 내일 15시, tomorrow at 15:00 (Seoul)",
  })
  void saysWhenSomethingWillBe(Instant instant, String korean, String english) {
    assertThat(words(Language.KOREAN).soon(instant)).isEqualTo(korean);
    assertThat(words(Language.ENGLISH).soon(instant)).isEqualTo(english);
  }

  @Test
  void saysDayAndMinuteOfWhatIsNotTomorrowOnTheHour() {
    for (var instant :
        List.of("2026-01-10T14:00:00Z", "2026-01-10T15:30:00Z", "2026-01-11T15:00:00Z")) {
      var words = words(Language.KOREAN);
      assertThat(words.soon(Instant.parse(instant))).isEqualTo(words.time(Instant.parse(instant)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          노을 항구 | landscape | watercolor | 노을 항구 — 풍경, 수채화 | 노을 항구 — Landscape, Watercolor
          노을 항구 | - | watercolor | 노을 항구 — 수채화 | 노을 항구 — Watercolor
          노을 항구 | - | - | 노을 항구 | 노을 항구
          - | landscape | watercolor | 수채화 · 풍경 | Watercolor · Landscape
          - | - | - | 제목 없는 그림 | Untitled picture
          """)
  void saysOfACardItsTitleAndWhatItIsLike(
      @Nullable String title,
      @Nullable String category,
      @Nullable String style,
      String korean,
      String english) {
    var card = card(title, term(Category.class, category), term(Style.class, style));

    assertThat(words(Language.KOREAN).alt(card)).isEqualTo(korean);
    assertThat(words(Language.ENGLISH).alt(card)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          노을 항구 | - | 저녁  배 | 노을 항구 — 저녁 배 | 노을 항구 — 저녁 배
          노을 | - | 노을 지는 바다 | 노을 지는 바다 | 노을 지는 바다
          - | watercolor | 저녁 배 | 수채화 — 저녁 배 | Watercolor — 저녁 배
          - | - | 저녁 배 | 저녁 배 | 저녁 배
          """)
  void saysOfAPictureItsTitleAndWhatItWasToShow(
      @Nullable String title,
      @Nullable String style,
      String prompt,
      String korean,
      String english) {
    var image = image(card(title, null, term(Style.class, style)), prompt);

    assertThat(words(Language.KOREAN).alt(image)).isEqualTo(korean);
    assertThat(words(Language.ENGLISH).alt(image)).isEqualTo(english);
  }

  @Test
  void saysOnlyTheBeginningOfALongPromptInWholeWords() {
    var words = words(Language.KOREAN);
    var card = card("배", null, null);

    var said = words.alt(image(card, "바다 위의 작은 배 ".repeat(50)));
    var unbroken = words.alt(image(card, "🌊".repeat(500)));

    assertThat(said).startsWith("배 — 바다 위의").endsWith("위의 작은…").hasSizeLessThanOrEqualTo(124);
    assertThat(unbroken).isEqualTo("배 — " + "🌊".repeat(119) + "…");
    assertThat(words.alt(image(card, "가".repeat(120)))).isEqualTo("배 — " + "가".repeat(120));
  }

  private static <T extends Enum<T> & Term> @Nullable T term(
      Class<T> vocabulary, @Nullable String value) {
    return value == null ? null : Term.of(vocabulary, value).orElseThrow();
  }

  private static ImageCard card(
      @Nullable String title, @Nullable Category category, @Nullable Style style) {
    return new ImageCard(
        new ImageId(1),
        new UserId("user_1"),
        title,
        null,
        "/files/a.png",
        "/files/a.640.webp",
        512,
        512,
        null,
        category,
        style,
        null,
        List.of(),
        Visibility.PUBLIC,
        0,
        0,
        0,
        0,
        false,
        true,
        NOW,
        NOW);
  }

  private static Image image(ImageCard card, String prompt) {
    return new Image(
        card,
        "user_1",
        "a.png",
        null,
        prompt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        true,
        true,
        NOW,
        false,
        List.of(),
        new Image.Kinship(1, null, 0, null, false));
  }

  private static Words words(Language language) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Words(messages, language, NOW);
  }
}
