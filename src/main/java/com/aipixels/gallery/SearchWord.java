package com.aipixels.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A word and the words it is made of: 우주비행사 is 우주 and 비행사, which is 비행 and 사.
///
/// @param otherForm the same word as somebody else may write it: hanja in hangul, `flying` as `fly`
/// @param light only looked for where nothing else in a search says more
record SearchWord(String form, @Nullable String otherForm, boolean light, List<SearchWord> parts) {

  SearchWord {
    parts = List.copyOf(parts);
  }

  static SearchWord simple(String form) {
    return new SearchWord(form, null, false, List.of());
  }

  /// The whole, however it is written.
  Stream<String> forms() {
    return otherForm == null ? Stream.of(form) : Stream.of(form, otherForm);
  }

  /// The smallest parts in order; a word that has none is its own.
  Stream<SearchWord> leaves() {
    return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(SearchWord::leaves);
  }
}
