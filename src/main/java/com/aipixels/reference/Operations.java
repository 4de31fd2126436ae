package com.aipixels.reference;

import com.aipixels.problems.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What code cannot say of the operations: whom they are for, what they do, how they refuse. It
/// stands in `reference/operations.txt`.
@Component
class Operations {

  private final Map<String, String> rooms = new LinkedHashMap<>();
  private final Map<String, Words> words = new LinkedHashMap<>();

  record Words(String room, Access access, String summary, List<ProblemCode> refusals) {}

  Operations() {
    String room = "";
    for (String line : lines()) {
      String[] parts = line.split("\\s*\\|\\s*");
      if (parts.length == 2) {
        room = parts[0];
        rooms.put(room, parts[1]);
      } else {
        words.put(parts[0].replaceAll("\\s+", " "), words(room, parts));
      }
    }
  }

  /// The rooms by name, each with what it is for.
  Map<String, String> rooms() {
    return rooms;
  }

  /// Of an operation such as `GET /api/v1/me`.
  @Nullable Words of(String method, String path) {
    return words.get(method + " " + path);
  }

  private static Words words(String room, String[] parts) {
    List<ProblemCode> refusals =
        parts.length < 4
            ? List.of()
            : Arrays.stream(parts[3].split(" ")).map(Operations::code).toList();
    return new Words(room, Access.valueOf(constant(parts[1])), parts[2], refusals);
  }

  private static ProblemCode code(String word) {
    return ProblemCode.valueOf(constant(word));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource("reference/operations.txt").getInputStream(),
                StandardCharsets.UTF_8))) {
      text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
