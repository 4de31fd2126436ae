package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateModelTest {

  private static final String VERSION = "0123456789abcdef".repeat(4);

  @Test
  void namesAnOfficialModel() {
    assertThat(ReplicateModel.parse("black-forest-labs/flux-1.1-pro"))
        .isEqualTo(
            new ReplicateModel(
                "black-forest-labs/flux-1.1-pro",
                "/models/black-forest-labs/flux-1.1-pro/predictions",
                null,
                "/models/black-forest-labs/flux-1.1-pro"));
  }

  @Test
  void namesAVersionOfAModel() {
    assertThat(ReplicateModel.parse("stability-ai/sdxl:" + VERSION))
        .isEqualTo(
            new ReplicateModel(
                "stability-ai/sdxl",
                "/predictions",
                VERSION,
                "/models/stability-ai/sdxl/versions/" + VERSION));
  }

  @Test
  void namesABareVersion() {
    assertThat(ReplicateModel.parse(VERSION))
        .isEqualTo(new ReplicateModel(VERSION, "/predictions", VERSION, null));
  }

  @Test
  void namesADeployment() {
    assertThat(ReplicateModel.parse("deployment:our/own-flux"))
        .isEqualTo(
            new ReplicateModel(
                "our/own-flux",
                "/deployments/our/own-flux/predictions",
                null,
                "/deployments/our/own-flux"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "flux",
        "a/b/c",
        "a/b:latest",
        "a/b?x=1",
        "../account",
        "deployment:flux",
        "a/ b",
      })
  void saysWhenASettingIsNoModel(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplicateModel.parse(setting))
        .withMessageContaining("but is '%s'".formatted(setting));
  }
}
