package com.aipixels.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where objects are kept: in `files/` below the data folder of the service.
///
/// @param data a path; as text, since Spring would first look for a `Path` on the class path
@ConfigurationProperties("aipixels")
record StorageSettings(@DefaultValue("./data") String data) {

  Path files() {
    return Path.of(data, "files");
  }
}
