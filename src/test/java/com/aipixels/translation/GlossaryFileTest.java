package com.aipixels.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class GlossaryFileTest {

  @TempDir Path folder;

  /// Reading it also proves that no word has two meanings in one context: that is refused.
  @Test
  void bundlesMoreThanTwelveHundredWords() {
    GlossaryFile bundled = GlossaryFile.read(new ClassPathResource("translation/glossary.txt"));
    assertThat(bundled.senses()).hasSizeGreaterThan(1200);
  }

  @Test
  void putsTheOperatorsWordsBeforeTheBundledOnes() throws IOException {
    Translator translator =
        operatedWith(
            """
            # ours
            고양이 = tabby
            눈 = snow         # all meanings of 눈
            뾰로롱 = magical chime
            냠냠거리- = munching _
            """);
    assertThat(translator.translate("눈이 큰 고양이")).isEqualTo("snow, big tabby");
    assertThat(translator.translate("뾰로롱")).isEqualTo("magical chime");
    assertThat(translator.translate("사과를 냠냠거리는 강아지")).isEqualTo("puppy munching apple");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "고양이; a line reads",
        "고양이 =; a line reads",
        "= cat; a line reads",
        "cat = cat; must be Hangul",
        "고양이 = 猫; must be English",
        "고양이 = 야옹; must be English",
        "고양이 = _ and _; at most one",
        "고양이 [] = cat; brackets",
        "고양이 | 먹- = cat; of one kind",
      })
  void refusesABadLineWithFileLineAndRule(String line, String rule) {
    assertThatThrownBy(() -> operatedWith("# comment\n강아지 = puppy\n" + line + "\n"))
        .isInstanceOf(GlossaryRefused.class)
        .hasMessageContaining("own.txt")
        .hasMessageContaining("line 3: ")
        .hasMessageContaining(rule);
  }

  @Test
  void refusesAWordGivenTwice() {
    assertThatThrownBy(() -> operatedWith("고양이 = cat\n고 양이 = kitty\n"))
        .hasMessageContaining("line 2: '고양이' is there already");
  }

  @Test
  void takesOneWordInSeveralContexts() throws IOException {
    assertThat(operatedWith("감 [먹] = persimmon\n감 = feeling\n").translate("감을 먹는 새"))
        .isEqualTo("bird eating persimmon");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(
            () -> new GlossaryTranslator(new TranslationSettings(folder.resolve("none.txt"))))
        .isInstanceOf(GlossaryRefused.class)
        .hasMessageContaining("none.txt")
        .hasMessageContaining("cannot be read");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("own.txt");
    Files.write(file, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new GlossaryTranslator(new TranslationSettings(file)))
        .hasMessageContaining("must be UTF-8");
  }

  private Translator operatedWith(String words) throws IOException {
    Path file = folder.resolve("own.txt");
    Files.writeString(file, words);
    return new GlossaryTranslator(new TranslationSettings(file));
  }
}
