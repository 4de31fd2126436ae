package com.aipixels.gallery;

import java.util.List;

/// Letters and digits written together, as Korean writes a word with its particles.
///
/// @param surfaces the run as it is written, so that what the analysis misreads is found all the
///   same: bare of its particles where they are known, with and without them where not
record SearchRun(List<SearchWord> words, List<String> surfaces) {

  SearchRun {
    words = List.copyOf(words);
    surfaces = List.copyOf(surfaces);
  }

  /// The words that say something by themselves.
  List<SearchWord> telling() {
    return words.stream().filter(word -> !word.light()).toList();
  }
}
