package com.aipixels.localclerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
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

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void saysWhyItDoesNotStart(CapturedOutput output) {
    var application = new SpringApplication(Gate.class);
    application.setWebApplicationType(WebApplicationType.NONE);

    assertThatThrownBy(() -> application.run("--server.address=0.0.0.0"));

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains(
            "Without Clerk keys anybody may sign in as anybody, so the service listens only on a"
                + " loopback address unless AIPIXELS_LOCAL_IDENTITY=allow-remote.");
  }

  @EnableConfigurationProperties(LocalClerkSettings.class)
  @Import(Reach.class)
  static class Gate {}
}
