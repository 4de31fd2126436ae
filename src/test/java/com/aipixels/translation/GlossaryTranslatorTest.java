package com.aipixels.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class GlossaryTranslatorTest {

  private static final Translator TRANSLATOR =
      new GlossaryTranslator(new TranslationSettings(null));

  @ParameterizedTest
  @MethodSource("prompts")
  void saysInEnglishWhatThePictureShows(String korean, String english) {
    assertThat(TRANSLATOR.translate(korean)).isEqualTo(english);
  }

  /// The lines of `prompts.txt`: Korean, an arrow, the English expected.
  static Stream<Arguments> prompts() throws IOException {
    try (InputStream file =
        GlossaryTranslatorTest.class.getResourceAsStream("/translation/prompts.txt")) {
      assertThat(file).isNotNull();
      List<Arguments> prompts =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" => ", 2))
              .map(sides -> Arguments.of(sides[0], sides[1]))
              .toList();
      assertThat(prompts).hasSizeGreaterThan(60);
      return prompts.stream();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a small boat, (sunset:1.2) <lora:x:1>",
        "😀👨‍👩‍👧",
        "日本語 текст",
        "\u0000\uD800",
        "line\n\tline  two",
      })
  void returnsTextWithoutHangulUnchanged(String text) {
    assertThat(TRANSLATOR.translate(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(노을:1.3)|(sunset glow:1.3)",
        "((고양이)), [강아지]|((cat)), [puppy]",
        "<lora:한복:0.8> 소녀|<lora:한복:0.8> girl",
        "\"안녕 세상\" 간판|\"안녕 세상\" signboard",
        "“사랑해”라고 적힌 편지|“사랑해” letter",
        "고양이 😀 강아지|cat 😀 puppy",
        "4K 고화질|4K high resolution",
        "고양이, masterpiece, 8k, 1920x1080|cat, masterpiece, 8k, 1920x1080",
        "cyberpunk의 도시|cyberpunk city",
        "AI와 로봇|AI and robot",
        "고양이!! 강아지??|cat!! puppy??",
        "ㅋㅋ 고양이|ㅋㅋ cat",
        "고양이AND강아지|cat AND puppy",
      })
  void keepsWhatIsNotKoreanInItsPlace(String korean, String english) {
    assertThat(TRANSLATOR.translate(korean)).isEqualTo(english);
  }

  @Test
  void keepsLinesApart() {
    assertThat(TRANSLATOR.translate("고양이\n\n강아지\n")).isEqualTo("cat\n\npuppy\n");
  }

  @Test
  void readsDecomposedHangul() {
    assertThat(TRANSLATOR.translate(Normalizer.normalize("작은 고양이", Normalizer.Form.NFD)))
        .isEqualTo("small cat");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "눈 내리는 마을|snowy village",
        "눈이 큰 고양이|cat with big eyes",
        "배를 타는 소년|boy riding boat",
        "배를 깎는 할머니|grandmother peeling pear",
        "밤을 까는 다람쥐|squirrel peeling chestnuts",
        "밤에 우는 부엉이|owl crying at night",
        "다리를 건너는 소|cow crossing bridge",
        "다리가 긴 학|crane with long legs",
        "말을 타는 소녀|girl riding horse",
        "차를 마시는 할아버지|grandfather drinking tea",
        "차를 운전하는 개|dog driving car",
        "모자를 쓴 고양이|cat wearing hat",
        "우산을 쓴 고양이|cat holding umbrella",
        "편지를 쓰는 소녀|girl writing a letter",
      })
  void tellsHomonymsByWhatStandsNear(String korean, String english) {
    assertThat(TRANSLATOR.translate(korean)).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"그려줘", "모습", "을", " 것 "})
  void leavesAPromptThatSaysNothing(String prompt) {
    assertThat(TRANSLATOR.translate(prompt)).isEqualTo(prompt);
  }

  /// They took half a minute when names were looked for without a bound.
  @ParameterizedTest
  @ValueSource(strings = {"눈", "배눈밤", "한 ", "민", "꽃과 ", "\"", "<가"})
  @Timeout(10)
  void takesNoTimeOverNoise(String noise) {
    TRANSLATOR.translate(noise.repeat(2000));
  }

  @Test
  void romanizesNames() {
    assertThat(TRANSLATOR.translate("민지의 고양이")).isEqualTo("minji cat");
  }

  @Test
  void neverThrowsAndNeverGrowsBeyondItsBound() {
    Random random = new Random(20261122);
    for (int i = 0; i < 3000; i++) {
      String noise = noise(random);
      assertThat(TRANSLATOR.translate(noise))
          .as("translation of %s", noise)
          .hasSizeLessThanOrEqualTo(4 * noise.length() + 200);
    }
  }

  private static String noise(Random random) {
    String[] pieces = {
      "은", "는", "을", "의", "와", "와 함께", "들", "하는", "있다", "한", "두", "3마리", "위의", "고양이",
      "노을 지는", " ", "\n", "\"", "<", ">", "(", ":1.2)", "abc", "없는", "같은", "으로 만든", "모습", "것"
    };
    StringBuilder noise = new StringBuilder();
    for (int length = random.nextInt(80); length > 0; length--) {
      switch (random.nextInt(6)) {
        case 0 -> noise.append((char) random.nextInt(0x10000));
        case 1 -> noise.append((char) (0xAC00 + random.nextInt(11172)));
        case 2 -> noise.append((char) (0x1100 + random.nextInt(256)));
        case 3 -> noise.appendCodePoint(0x1F600 + random.nextInt(80));
        default -> noise.append(pieces[random.nextInt(pieces.length)]);
      }
    }
    return noise.toString();
  }

  @Test
  void leavesKoreanThatWouldGrowTooLong() {
    String syllables = "쨍".repeat(1000);
    assertThat(TRANSLATOR.translate(syllables)).isEqualTo(syllables);
  }

  @Test
  void translatesForManyThreadsAtOnce() throws Exception {
    String prompt = "우산을 든 소녀가 벚꽃 아래에서 웃고 있다";
    String expected = TRANSLATOR.translate(prompt);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> tasks =
          IntStream.range(0, 200)
              .<Callable<String>>mapToObj(_ -> () -> TRANSLATOR.translate(prompt))
              .toList();
      List<String> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      assertThat(answers.stream().collect(Collectors.toSet())).containsExactly(expected);
    }
  }
}
