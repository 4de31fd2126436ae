package com.aipixels.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,                192.0.2.1,               true",
    "192.0.2.1,                192.0.2.2,               false",
    "::ffff:192.0.2.1,         192.0.2.1,               true",
    "2001:db8::1,              2001:db8:0:0:ffff::,     true",
    "2001:db8::1,              2001:db8:0:1::1,         false",
    "0:0:0:0:0:0:0:1,          127.0.0.1,               false",
    "fe80::1%1,                fe80::2,                 true",
    "unknown,                  _hidden,                 true",
    "localhost,                127.0.0.1,               false",
  })
  void tellsPlacesApart(String one, String other, boolean same) {
    assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
  }
}
