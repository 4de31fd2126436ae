package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishableKeyTest {

  @ParameterizedTest
  @CsvSource({
    "pk_live_Y2xlcmsuYWlwaXhlbHMudGVzdCQ, clerk.aipixels.test, aq2ZI1Fl",
    "pk_test_Z2xhZC1vdHRlci0xMi5jbGVyay5hY2NvdW50cy5kZXYk, glad-otter-12.clerk.accounts.dev, FJC9gKbP",
    "pk_test_MTI3LjAuMC4xOjk0NDMk, 127.0.0.1:9443, CRdUCOS4"
  })
  void namesItsHostAndTheSuffixOfItsCookies(String key, String host, String suffix) {
    assertThat(new PublishableKey(key).frontendHost()).isEqualTo(host);
    assertThat(new PublishableKey(key).cookieSuffix()).isEqualTo(suffix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sk_test_Z2xhZC1vdHRlci0xMi5jbGVyay5hY2NvdW50cy5kZXYk",
        "pk_test_",
        "pk_test_bG9jYWxob3N0JA",
        "pk_test_Y2xlcmsuYWlwaXhlbHMudGVzdA",
        "pk_test_Y2xlcmsuYWlwaXhlbHMudGVzdCQk",
        "pk_test_!!!"
      })
  void refusesWhatIsNoKey(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PublishableKey(text));
  }
}
