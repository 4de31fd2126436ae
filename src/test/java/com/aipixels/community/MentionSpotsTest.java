package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionSpotsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          안녕 @minji               | minji
          @minji님 고마워요         | minji님 minji
          @minji가 그렸죠           | minji가 minji
          @minji_2님께              | minji_2님께 minji_2님 minji_2
          @민지가 그렸죠            | 민지가 민지
          @민지님은                 | 민지님은 민지님 민지
          @민지혜                   | 민지혜
          @minjix                   | minjix
          @minji.                   | minji. minji
          (@minji)                  | minji
          @a-b.c                    | a-b.c
          me@minji.kr               |
          https://x.kr/@minji       |
          @@minji                   |
          @ minji                   |
          """)
  void aNameEndsWhereKoreanMayGoOn(String text, String names) {
    var spots = MentionSpots.in(text);
    if (names == null) {
      assertThat(spots).isEmpty();
    } else {
      assertThat(spots).hasSize(1);
      assertThat(spots.getFirst().names()).containsExactly(names.split(" "));
      assertThat(text.charAt(spots.getFirst().at())).isEqualTo('@');
    }
  }
}
