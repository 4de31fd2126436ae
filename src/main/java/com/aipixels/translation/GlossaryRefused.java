package com.aipixels.translation;

/// A glossary that cannot be used. The message names file, line and rule, for the operator who
/// wrote the line.
final class GlossaryRefused extends RuntimeException {

  GlossaryRefused(String file, int line, String rule) {
    super("%s, line %d: %s".formatted(file, line, rule));
  }

  GlossaryRefused(String file, String rule, Throwable cause) {
    super("%s: %s".formatted(file, rule), cause);
  }
}
