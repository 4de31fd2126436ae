package com.aipixels.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer as it came over the wire.
///
/// @param headers by their names in lower case
/// @param body empty where it is a stream that may never end
record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// Without what follows the semicolon.
  String contentType() {
    return header("content-type").orElse("").split(";", 2)[0].strip();
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
