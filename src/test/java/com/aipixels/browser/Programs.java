package com.aipixels.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a browser test needs of the machine.
final class Programs {

  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Programs() {}

  static Path chromium() {
    return first(CHROMIUM).orElseThrow();
  }

  static Path node() {
    return first(List.of("node")).orElseThrow();
  }

  static List<String> missing() {
    return Stream.of(CHROMIUM, List.of("node"), List.of("npm"))
        .filter(names -> first(names).isEmpty())
        .map(List::getFirst)
        .toList();
  }

  private static Optional<Path> first(List<String> names) {
    return names.stream()
        .flatMap(name ->
            Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
