package com.aipixels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The text of one Java file, and what can be read off it.
record Source(Path path, String text) {

  private static final Pattern PUBLIC =
      Pattern.compile("(?m)^public [\\w ]*\\b(class|record|enum|interface)\\b|^public @interface");

  /// All sources below a folder, such as `src/main/java`.
  static List<Source> below(String folder) {
    try (var files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Source::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path path) {
    try {
      return new Source(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  boolean isPackage() {
    return name().equals("package-info.java");
  }

  boolean isPublic() {
    return PUBLIC.matcher(text).find();
  }

  /// The folder it lies in: `gallery`, or `aipixels` for what lies in no room.
  String room() {
    return path.getName(path.getNameCount() - 2).toString();
  }

  /// Lines that are neither blank nor comment; a text block counts as it stands.
  int codeLines() {
    var lines = 0;
    var inText = false;
    for (var line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && (inText || !line.startsWith("//"))) {
        lines++;
      }
      if (line.split("\"\"\"", -1).length % 2 == 0 && (inText || !line.startsWith("//"))) {
        inText = !inText;
      }
    }
    return lines;
  }
}
