package com.aipixels.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a command of the jar said, and the status it ended with.
public record Command(int status, List<String> lines) {

  /// Runs a command in a process of its own; settings are given as environment variables.
  public static Command run(Map<String, String> settings, String... arguments) {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var line = new ArrayList<>(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "com.aipixels.AiPixels"));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    settings.forEach((name, value) ->
        builder.environment().put(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
    try {
      var process = builder.start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Command(process.onExit().join().exitValue(), output.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
