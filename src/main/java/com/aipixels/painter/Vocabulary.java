package com.aipixels.painter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The words of the figures and of `motifs.txt`, and what each of them means.
final class Vocabulary {

  private final Map<String, List<String>> stems = new HashMap<>();
  private final List<String> longStems;
  private final Map<String, Lab> colors = new HashMap<>();
  private final Map<String, Double> sizes = new HashMap<>();
  private final Map<String, Integer> numerals = new HashMap<>();
  private final Set<String> counters = new HashSet<>();
  private final Set<String> particles = new HashSet<>();

  Vocabulary(Figures figures) {
    figures.words().forEach(this::learn);
    for (String line : Text.lines("motifs.txt")) {
      String[] sides = line.split("=", 2);
      String[] head = sides[0].strip().split(" ", -1);
      switch (head[0]) {
        case "color" -> {
          Lab color = Lab.of(number(head[1]), number(head[2]), number(head[3]));
          each(sides[1], word -> colors.put(word, color));
        }
        case "size" -> each(sides[1], word -> sizes.put(word, number(head[1])));
        case "count" -> each(sides[1], word -> numerals.put(word, Integer.parseInt(head[1])));
        case "counter" -> each(sides[1], counters::add);
        case "particle" -> each(sides[1], particles::add);
        default -> learn(head[0], sides[1]);
      }
    }
    longStems =
        stems.keySet().stream()
            .filter(stem -> stem.length() > 1 && hangul(stem))
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .toList();
  }

  static boolean hangul(String word) {
    return word.charAt(0) >= '가';
  }

  /// What a Korean word names, whatever hangs on it; one syllable alone needs to stand alone or
  /// before a particle.
  List<String> korean(String token) {
    List<String> names = new ArrayList<>();
    StringBuilder rest = new StringBuilder(token);
    for (String stem : longStems) {
      int at = rest.indexOf(stem);
      if (at >= 0) {
        names.addAll(stems.getOrDefault(stem, List.of()));
        rest.replace(at, at + stem.length(), "·".repeat(stem.length()));
      }
    }
    String first = token.substring(0, 1);
    List<String> single = stems.get(first);
    String tail = token.substring(1);
    if (names.isEmpty() && single != null && (tail.isEmpty() || particles.contains(tail))) {
      names.addAll(single);
    }
    return names;
  }

  /// What an English word or phrase names, in the singular or plural.
  List<String> english(String phrase) {
    for (String ending : List.of("", "s", "es")) {
      if (phrase.endsWith(ending)) {
        String word = phrase.substring(0, phrase.length() - ending.length());
        if (stems.containsKey(word)) {
          return stems.getOrDefault(word, List.of());
        }
      }
    }
    return phrase.endsWith("ies")
        ? english(phrase.substring(0, phrase.length() - 3) + "y")
        : List.of();
  }

  @Nullable Lab color(String word) {
    Lab color = colors.get(word);
    for (int end = word.length() - 1; color == null && end > 1 && hangul(word); end--) {
      color = colors.get(word.substring(0, end));
    }
    return color;
  }

  /// How large a word makes things; 1 where it says nothing of size.
  double size(String word) {
    return sizes.getOrDefault(word, 1.0);
  }

  /// How many a word says; 0 where it is no number.
  int numeral(String word) {
    return numerals.getOrDefault(word, 0);
  }

  /// As 마리 in 세 마리.
  boolean counter(String word) {
    return counters.contains(word)
        || counters.stream().anyMatch(c -> c.length() > 1 && word.startsWith(c));
  }

  private void learn(String name, String words) {
    each(words, word -> stems.computeIfAbsent(word, any -> new ArrayList<>()).add(name));
  }

  private static void each(String words, Consumer<String> use) {
    for (String word : words.replace('|', ' ').strip().split("\\s+", -1)) {
      use.accept(word.replace('_', ' '));
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
