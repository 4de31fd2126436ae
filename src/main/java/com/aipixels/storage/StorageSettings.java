package com.aipixels.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where objects are kept: in `files/` below the data folder of the service.
@ConfigurationProperties("aipixels")
record StorageSettings(@DefaultValue("./data") Path data) {

  Path files() {
    return data.resolve("files");
  }
}
