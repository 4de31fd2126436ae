package com.aipixels.translation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;

/// Reads a glossary line by line; the head of the bundled `glossary.txt` describes the format.
record GlossaryFile(Map<String, List<Sense>> senses) {

  static GlossaryFile read(Resource file) {
    String name = file.getDescription();
    try (InputStream bytes = file.getInputStream()) {
      return parse(
          name,
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.readAllBytes()))
              .toString());
    } catch (CharacterCodingException e) {
      throw new GlossaryRefused(name, "the glossary must be UTF-8", e);
    } catch (IOException e) {
      throw new GlossaryRefused(name, "the glossary cannot be read", e);
    }
  }

  static GlossaryFile parse(String name, String text) {
    Map<String, List<Sense>> senses = new LinkedHashMap<>();
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutComment(lines.get(i)).strip();
      if (!line.isEmpty()) {
        try {
          add(GlossaryLine.of(line), senses);
        } catch (IllegalArgumentException e) {
          throw new GlossaryRefused(name, i + 1, String.valueOf(e.getMessage()));
        }
      }
    }
    return new GlossaryFile(senses);
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return comment < 0 ? line : line.substring(0, comment);
  }

  private static void add(GlossaryLine line, Map<String, List<Sense>> senses) {
    for (String key : line.keys()) {
      List<Sense> known = senses.computeIfAbsent(key, _ -> new ArrayList<>());
      Set<String> context = line.sense().context();
      if (known.stream().anyMatch(sense -> sense.context().equals(context))) {
        throw new IllegalArgumentException(
            "'%s' is there already; one meaning for each context".formatted(key));
      }
      known.add(line.sense());
    }
  }
}
