package com.aipixels.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private final Words words = new Words(new Figures());

  @ParameterizedTest
  @CsvSource({
    "노을 지는 바다 위의 작은 배, SUNSET;SEA;boat",
    "배가 보이는 배경, boat",
    "산과 강, MOUNTAIN;LAKE",
    "산책하는 강아지, dog",
    "눈이 내리는 마을, SNOW;VILLAGE",
    "눈이 큰 고양이, cat",
    "눈 덮인 산, WINTER;MOUNTAIN",
    "눈사람, snowman",
    "사과 세 개, fruit",
    "해바라기와 나비, sunflower;butterfly",
    "a small boat on the sea, boat;SEA",
    "hot air balloons at dawn, balloon;DAWN",
    "strawberries, fruit",
    "아무것도 아닌 무엇, ''"
  })
  void findsWhatIsNamedAndNothingElse(String prompt, String names) {
    assertThat(String.join(";", words.read(List.of(prompt)).keySet())).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "고양이 두 마리, cat, 2",
    "두 고양이, cat, 2",
    "three cats, cat, 3",
    "배 5척, boat, 5",
    "고양이들, cat, 3",
    "고양이, cat, 0",
    "여러 마리의 새, bird, 5"
  })
  void countsAsTheWordsDo(String prompt, String name, int count) {
    assertThat(said(prompt, name).count()).isEqualTo(count);
  }

  @Test
  void aColourBelongsToTheNounAfterIt() {
    assertThat(said("빨간 배와 고양이", "boat").color()).isNotNull();
    assertThat(said("빨간 배와 고양이", "cat").color()).isNull();
  }

  @Test
  void sizesScale() {
    assertThat(said("작은 배", "boat").scale()).isLessThan(1);
    assertThat(said("a huge boat", "boat").scale()).isGreaterThan(1);
  }

  @Test
  void bothLanguagesTogetherNameAThingOnce() {
    assertThat(words.read(List.of("빨간 배", "a red boat"))).hasSize(1);
  }

  private Words.Said said(String prompt, String name) {
    var said = words.read(List.of(prompt)).get(name);
    if (said == null) {
      throw new AssertionError(name + " is not found in " + prompt);
    }
    return said;
  }
}
