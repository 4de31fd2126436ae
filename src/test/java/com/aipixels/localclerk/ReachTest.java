package com.aipixels.localclerk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class ReachTest {

  private final ApplicationContextRunner house =
      new ApplicationContextRunner().withUserConfiguration(Gate.class);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "::1"})
  void startsOnALoopbackAddress(String address) {
    house
        .withPropertyValues("server.address=" + address)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.0.0.0", "::", "192.0.2.7", "no.such.host.invalid"})
  void refusesToStartOnAnyOther(String address) {
    house
        .withPropertyValues("server.address=" + address)
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("server.address")
                .hasMessageContaining("AIPIXELS_LOCAL_IDENTITY=allow-remote"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.0.0.0"})
  void startsAnywhereWhenToldSo(String address) {
    house
        .withPropertyValues(
            "server.address=" + address, "aipixels.localclerk.exposure=allow-remote")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void isNotThereBesideTheRealClerk() {
    house
        .withPropertyValues(
            "server.address=0.0.0.0", "aipixels.identity.clerk.secret-key=sk_live_x")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Reach.class));
  }

  @EnableConfigurationProperties(LocalClerkSettings.class)
  @Import(Reach.class)
  static class Gate {}
}
