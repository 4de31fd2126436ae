package com.aipixels.painter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Finds what a prompt names, in Korean and English, with the numbers, sizes and colours given.
final class Words {

  /// One thing named: a figure, or a `Motif` by its name; count 0 where no number was said.
  record Said(String name, int count, double scale, @Nullable Lab color) {

    Said with(Said other) {
      return new Said(
          name,
          Math.max(count, other.count),
          scale != 1 ? scale : other.scale,
          color != null ? color : other.color);
    }
  }

  private final Vocabulary vocabulary;

  Words(Figures figures) {
    this.vocabulary = new Vocabulary(figures);
  }

  /// Everything named, in the order of first mention.
  SequencedMap<String, Said> read(List<String> texts) {
    SequencedMap<String, Said> all = new LinkedHashMap<>();
    for (String text : new LinkedHashSet<>(texts)) {
      for (Said said : Reading.of(text, vocabulary)) {
        all.merge(said.name(), said, Said::with);
      }
    }
    return all;
  }
}
