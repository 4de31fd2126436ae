package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.kr/x를 보세요              | https://a.kr/x
          여기는 https://a.kr/x입니다.         | https://a.kr/x
          https://a.kr에서 봤어요              | https://a.kr
          「https://a.kr/x를」                 | https://a.kr/x
          “https://a.kr/x”                     | https://a.kr/x
          see https://a.kr/x, then             | https://a.kr/x
          really https://a.kr/x?!              | https://a.kr/x
          (https://a.kr/x)                     | https://a.kr/x
          (https://a.kr/x를)                   | https://a.kr/x
          https://a.kr/x_(y)                   | https://a.kr/x_(y)
          (https://a.kr/x_(y)).                | https://a.kr/x_(y)
          https://ko.wikipedia.org/wiki/서울   | https://ko.wikipedia.org/wiki/서울
          https://ko.wikipedia.org/wiki/나이   | https://ko.wikipedia.org/wiki/나이
          https://한국.kr/그림?q=바다&n=1#끝   | https://한국.kr/그림?q=바다&n=1#끝
          """)
  void anAddressEndsWhereItsWriterMeantItTo(String text, String address) {
    assertThat(links(text)).isEqualTo(address);
    assertThat(whole(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          javascript:alert(1)
          data:text/html,x
          ftp://a.kr/x
          //a.kr/x
          https://
          https://...
          a.kr/x
          """)
  void nothingElseIsALink(String text) {
    assertThat(links(text)).isEmpty();
    assertThat(whole(text)).isEqualTo(text);
  }

  @Test
  void everyAddressIsALinkOfItsOwn() {
    assertThat(links("https://a.kr/1와 http://b.kr/2.\nhttps://c.kr"))
        .isEqualTo("https://a.kr/1 http://b.kr/2 https://c.kr");
    assertThat(PlainText.pieces("")).isEmpty();
  }

  private static String links(String text) {
    return PlainText.pieces(text).stream()
        .map(PlainText.Piece::href)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static String whole(String text) {
    return PlainText.pieces(text).stream().map(PlainText.Piece::text).collect(Collectors.joining());
  }
}
