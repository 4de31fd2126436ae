package com.aipixels.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc.png", "3fa9c0.640.webp", "a-b_c.jpg", "000.x"})
  void acceptsNamesWithOneOrTwoExtensions(String name) {
    assertThat(new ObjectKey(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "abc.",
        ".abc.png",
        "ab.png",
        "a.b.c.d",
        "ABC.png",
        "abc..png",
        "../abc.png",
        "abc/def.png",
        "abc\\def.png",
        "abc.png\n",
        "abc.png\0",
        "-abc.png",
        "그림그림.png",
        "abc.640.webp.png"
      })
  void refusesWhateverCouldLeaveTheFolderOrConfuseAReader(String name) {
    assertThat(ObjectKey.isValid(name)).isFalse();
    assertThatThrownBy(() -> new ObjectKey(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsTheStemThatFilesOfOnePictureShare() {
    assertThat(new ObjectKey("3fa9c0.640.webp").stem())
        .isEqualTo(new ObjectKey("3fa9c0.png").stem())
        .isEqualTo("3fa9c0");
  }
}
