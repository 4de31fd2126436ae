package com.aipixels.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StorageSettingsTest {

  @Test
  void keepsFilesBelowTheDataFolderOfTheService() {
    assertThat(bound(Map.of()).files()).isEqualTo(Path.of("./data/files"));
  }

  /// `db` and `com` are also folders of the jar.
  @ParameterizedTest
  @ValueSource(strings = {"db", "com", "./some where", "/var/lib/aipixels"})
  void takesEveryPathForAPlaceOnTheDisk(String data) {
    assertThat(bound(Map.of("aipixels.data", data)).files().toAbsolutePath().normalize())
        .isEqualTo(Path.of(data, "files").toAbsolutePath().normalize());
  }

  private static StorageSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("aipixels", StorageSettings.class);
  }
}
