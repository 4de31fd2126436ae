package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClerkFrontendTest {

  private static final String LIVE = "pk_live_Y2xlcmsuYWlwaXhlbHMudGVzdCQ";

  @ParameterizedTest
  @CsvSource({
    LIVE + ", '', https://clerk.aipixels.test, https://clerk.aipixels.test",
    LIVE + ", https://aipixels.test/__clerk, https://aipixels.test/__clerk, https://aipixels.test",
    LIVE + ", http://localhost:9/__clerk, http://localhost:9/__clerk, http://localhost:9",
    LIVE + ", /__clerk, /__clerk, "
  })
  void scriptsComeFromWhereClerkIsReachedAndFromNowhereElse(
      String key, String proxyUrl, String url, String origin) {
    var clerk = new ClerkFrontend(key, proxyUrl);

    assertThat(clerk.script()).isEqualTo(url + "/npm/@clerk/clerk-js@6/dist/clerk.browser.js");
    assertThat(clerk.formsScript()).isEqualTo(url + "/npm/@clerk/ui@1/dist/ui.browser.js");
    assertThat(directive(clerk.policy(), "script-src"))
        .isEqualTo(origin == null ? "script-src 'self'" : "script-src 'self' " + origin);
    assertThat(directive(clerk.policy(), "connect-src"))
        .isEqualTo(origin == null ? "connect-src 'self'" : "connect-src 'self' " + origin);
  }

  @Test
  void onlyFormsMayBringStylesAlongAndNothingMayBringScripts() {
    var clerk = new ClerkFrontend(LIVE, "");

    assertThat(directive(clerk.policy(), "style-src")).isEqualTo("style-src 'self'");
    assertThat(directive(clerk.formsPolicy(), "style-src"))
        .isEqualTo("style-src 'self' 'unsafe-inline'");
    assertThat(directive(clerk.formsPolicy(), "script-src")).doesNotContain("unsafe");
    assertThat(clerk.policy()).startsWith("default-src 'self';").doesNotContain("unsafe");
  }

  @ParameterizedTest
  @CsvSource({
    LIVE + ", https://accounts.aipixels.test",
    "pk_test_Z2xhZC1vdHRlci0xMi5jbGVyay5hY2NvdW50cy5kZXYk, https://glad-otter-12.accounts.dev"
  })
  void clerksOwnPagesLeadBack(String key, String portal) {
    assertThat(new ClerkFrontend(key, "").portal("/sign-in", "https://aipixels.test/create?a=b"))
        .isEqualTo(portal + "/sign-in?redirect_url=https%3A%2F%2Faipixels.test%2Fcreate%3Fa%3Db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clerk", "ftp://a.test/x", "https://a.test/x; script-src *", "//a.test"})
  void refusesWhatIsNoAddress(String proxyUrl) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClerkFrontend(LIVE, proxyUrl));
  }

  private static String directive(String policy, String name) {
    return Arrays.stream(policy.split(";", -1))
        .map(String::strip)
        .filter(one -> one.startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
