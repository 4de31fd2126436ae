package com.aipixels.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizationTest {

  @ParameterizedTest
  @CsvSource({
    "민지, minji",
    "경복궁, gyeongbokgung",
    "한라산, hallasan",
    "독립문, dongnimmun",
    "신라, silla",
    "같이, gachi",
    "백마, baengma",
    "종로, jongno",
    "왕십리, wangsimni",
    "별내, byeollae",
    "해돋이, haedoji",
    "좋고, joko",
    "놓다, nota",
    "묵호, mukho",
    "집현전, jiphyeonjeon",
    "압구정, apgujeong",
    "낙동강, nakdonggang",
    "팔당, paldang",
    "대관령, daegwallyeong",
    "설악, seorak",
    "구미, gumi",
    "옥천, okcheon",
    "합덕, hapdeok",
    "한밭, hanbat",
    "벚꽃, beotkkot",
    "굳이, guji",
    "많다, manta",
    "속리산, songnisan",
    "촉석루, chokseongnu",
    "광희문, gwanghuimun",
    "않는, anneun",
    "앓는, alleun",
    "값이, gapsi",
    "없네, eomne",
    "앉아, anja",
    "닭, dak",
    "삶, sam",
    "여덟, yeodeol",
    "강아지, gangaji",
  })
  void writesKoreanAsTheStandardDoes(String korean, String latin) {
    assertThat(Romanization.of(korean)).isEqualTo(latin);
  }

  @ParameterizedTest
  @CsvSource({"abc, abc", "민지 abc, minji abc", "ㅋㅋ, ㅋㅋ"})
  void leavesWhatIsNoHangulSyllable(String text, String latin) {
    assertThat(Romanization.of(text)).isEqualTo(latin);
  }
}
