package com.aipixels.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where objects are kept: in `files/` below the data folder of the service.
///
/// @param data a path; as text, since Spring would first look for a `Path` on the class path
/// @param accelRedirect where the nginx in front finds `files/`, for its eyes only; empty where
///   there is none that sends them
@ConfigurationProperties("aipixels")
record StorageSettings(
    @DefaultValue("./data") String data, @DefaultValue("") String accelRedirect) {

  Path files() {
    return Path.of(data, "files");
  }
}
