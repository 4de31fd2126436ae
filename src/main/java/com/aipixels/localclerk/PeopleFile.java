package com.aipixels.localclerk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The stand-in's members, a line for each time one of them changed; the last of somebody's lines
/// counts.
record PeopleFile(PrivateFile file, JsonMapper json) {

  private static final TypeReference<List<LocalUser>> PEOPLE = new TypeReference<>() {};

  /// Without a last line that a crash has cut off. It began as a list that was written anew at each
  /// change.
  List<LocalUser> read() {
    String text = file.read().orElse("");
    return text.startsWith("[")
        ? json.readValue(text, PEOPLE)
        : text.substring(0, text.lastIndexOf('\n') + 1)
            .lines()
            .map(line -> json.readValue(line, LocalUser.class))
            .toList();
  }

  void write(Collection<LocalUser> people) {
    file.write(people.stream().map(this::line).collect(Collectors.joining()));
  }

  void add(LocalUser changed) {
    try {
      Files.writeString(file.path(), line(changed), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot add to " + file.path(), e);
    }
  }

  private String line(LocalUser user) {
    return json.writeValueAsString(user) + '\n';
  }
}
