package com.aipixels.visibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One operation of the API, and what each caller gets from it in each state of the picture.
record VisibilityRow(
    String method, String path, String body, String trace, Map<State, Map<Who, String>> cells) {

  private static final Path FILE = Path.of("src/test/resources/visibility.txt");
  private static final Pattern ALIAS = Pattern.compile("\\{(\\w+)=\\w+}");
  private static final Pattern BLANKS = Pattern.compile(" +");

  /// Who asks. `blocked` was blocked by the picture's owner, `blocker` blocked the owner.
  enum Who {
    GUEST,
    OWNER,
    OTHER,
    BLOCKED,
    BLOCKER,
    DEPARTED,
    SUSPENDED,
    MODERATOR
  }

  /// What has become of the picture.
  enum State {
    PRIVATE,
    /// Public, and held back by moderators.
    HIDDEN,
    PUBLIC,
    COMMENTS_OFF,
    DOWNLOAD_OFF,
    DELETED;

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  static List<VisibilityRow> all() {
    List<VisibilityRow> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith(" ")) {
          rows.getLast().add(line.strip());
        } else {
          rows.add(of(line));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VisibilityRow of(String line) {
    var parts = line.split(" \\| ", -1);
    var call = parts[0].split(" ", 2);
    return new VisibilityRow(
        call[0],
        call[1].strip(),
        parts.length > 1 ? parts[1].strip() : "",
        parts.length > 2 ? parts[2].strip() : "word",
        new EnumMap<>(State.class));
  }

  private void add(String line) {
    var parts = line.split(":", 2);
    var answers = BLANKS.splitAsStream(parts[1].strip()).toList();
    if (answers.size() != Who.values().length) {
      throw new IllegalArgumentException(operation() + " has not an answer for each: " + line);
    }
    Map<Who, String> byWho = new EnumMap<>(Who.class);
    var answer = answers.iterator();
    for (Who who : Who.values()) {
      byWho.put(who, answer.next());
    }
    for (State state : states(parts[0].strip())) {
      if (cells.put(state, byWho) != null) {
        throw new IllegalArgumentException(operation() + " says " + state + " twice");
      }
    }
  }

  private static List<State> states(String words) {
    return words.equals("always")
        ? List.of(State.values())
        : BLANKS.splitAsStream(words).map(State::of).toList();
  }

  /// As OpenAPI names it.
  String operation() {
    return method + " " + ALIAS.matcher(path.replaceFirst("\\?.*", "")).replaceAll("{$1}");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
