package com.aipixels.gallery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody looks for, as PostgreSQL writes a `tsquery`: every word must be there, in one of
/// the ways to write it.
final class SearchWords {

  private final List<SearchRun> runs;

  private SearchWords(List<SearchRun> runs) {
    this.runs = runs;
  }

  /// Empty where the text has no word at all.
  static Optional<String> of(List<SearchRun> runs) {
    List<SearchRun> telling = runs.stream().filter(run -> !run.telling().isEmpty()).toList();
    String query = new SearchWords(telling.isEmpty() ? runs : telling).query();
    return Optional.of(query).filter(words -> !words.isEmpty());
  }

  private String query() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Set<String> ways = new LinkedHashSet<>(ways(runs.get(i)));
      // 수채 화 may have been written 수채화.
      joined(i - 1).ifPresent(ways::add);
      joined(i).ifPresent(ways::add);
      all.add(anyOf(ways.stream()));
    }
    return all.stream().filter(ways -> !ways.isEmpty()).collect(Collectors.joining(" & "));
  }

  private static List<String> ways(SearchRun run) {
    List<SearchWord> words = run.telling().isEmpty() ? run.words() : run.telling();
    String together = words.stream().map(SearchWords::written).collect(Collectors.joining(" & "));
    Stream<String> surfaces = run.surfaces().stream().map(Lexeme::quoted);
    return Stream.concat(Stream.of(words.size() > 1 ? "(" + together + ")" : together), surfaces)
        .toList();
  }

  private Optional<String> joined(int first) {
    if (first < 0 || first + 1 >= runs.size()) {
      return Optional.empty();
    }
    return runs.get(first).surfaces().stream()
        .findFirst()
        .flatMap(left ->
            runs.get(first + 1).surfaces().stream()
                .findFirst()
                .map(right -> Lexeme.quoted(left + right)));
  }

  /// The whole, or its parts in a row: 밤바다 is also 밤 바다.
  private static String written(SearchWord word) {
    Stream<String> whole = word.forms().map(Lexeme::quoted);
    String parts =
        word.parts().isEmpty()
            ? ""
            : word.leaves()
                .map(leaf -> anyOf(leaf.forms().map(Lexeme::quoted)))
                .collect(Collectors.joining(" <-> ", "(", ")"));
    return anyOf(Stream.concat(whole, Stream.of(parts)));
  }

  private static String anyOf(Stream<String> ways) {
    List<String> said = ways.filter(way -> !way.isEmpty()).distinct().toList();
    return said.size() > 1 ? "(" + String.join(" | ", said) + ")" : String.join("", said);
  }
}
