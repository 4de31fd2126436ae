package com.aipixels.gallery;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one picture is found by: each word with its places and their weights, as PostgreSQL writes
/// a `tsvector`.
final class SearchDocument {

  /// What another program wrote into a picture may be of any length.
  private static final int LONGEST = 20_000;

  /// PostgreSQL counts no further.
  private static final int LAST_PLACE = 16_383;

  /// Words of different fields are no neighbours.
  private static final int GAP = 10;

  private final SearchAnalyser analyser;
  private final Map<String, Set<String>> places = new TreeMap<>();
  private int place = 1;

  SearchDocument(SearchAnalyser analyser) {
    this.analyser = analyser;
  }

  /// @param weight A to D, as PostgreSQL ranks them
  SearchDocument add(char weight, @Nullable String text) {
    if (text != null) {
      String known = text.codePointCount(0, text.length()) > LONGEST ? beginning(text) : text;
      analyser.runs(known).forEach(run -> add(weight, run));
      place += GAP;
    }
    return this;
  }

  private void add(char weight, SearchRun run) {
    run.surfaces().forEach(surface -> put(surface, weight));
    run.words().forEach(word -> add(weight, word));
  }

  /// A whole stands where its first part does.
  private void add(char weight, SearchWord word) {
    word.forms().forEach(form -> put(form, weight));
    word.parts().forEach(part -> add(weight, part));
    if (word.parts().isEmpty()) {
      place++;
    }
  }

  private static String beginning(String text) {
    return text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }

  private void put(String form, char weight) {
    places
        .computeIfAbsent(form, _ -> new LinkedHashSet<>())
        .add("" + Math.min(place, LAST_PLACE) + weight);
  }

  String text() {
    return places.entrySet().stream()
        .map(entry -> Lexeme.quoted(entry.getKey()) + ":" + String.join(",", entry.getValue()))
        .collect(Collectors.joining(" "));
  }
}
