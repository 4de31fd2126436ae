package com.aipixels.translation;

import com.aipixels.translation.Sense.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Korean picture words and what they mean. A later file takes a word over with all its meanings.
final class Glossary {

  private final Map<String, List<Sense>> senses = new HashMap<>();
  private final int longest;

  Glossary(List<GlossaryFile> files) {
    files.forEach(file -> senses.putAll(file.senses()));
    longest = senses.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /// The meaning whose context stands near, or else the one that needs no context.
  Optional<Sense> sense(String key, Predicate<String> isNear) {
    List<Sense> known = senses.getOrDefault(key, List.of());
    return known.stream()
        .filter(sense -> sense.context().stream().anyMatch(isNear))
        .findFirst()
        .or(() -> known.stream().filter(sense -> sense.context().isEmpty()).findFirst());
  }

  boolean isKnown(String word) {
    return senses.containsKey(word);
  }

  boolean isCounter(String word) {
    return senses.containsKey("*" + word);
  }

  /// In syllables, without spaces.
  int longest() {
    return longest;
  }

  /// Nouns that may be kept whole wherever they stand; one syllable is too little to be sure.
  List<String> wholeNouns() {
    return senses.entrySet().stream()
        .filter(entry -> entry.getValue().getFirst().kind() == Kind.NOUN)
        .map(Map.Entry::getKey)
        .filter(key -> key.length() > 1 && !senses.containsKey(key + "-"))
        .sorted()
        .toList();
  }
}
