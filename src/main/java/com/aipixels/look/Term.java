package com.aipixels.look;

import java.util.Optional;

/// A word with one spelling everywhere: in the database, in JSON, in query strings and in message
/// keys.
public interface Term {

  /// The spelling, such as `oil-painting`.
  String value();

  /// The term of a vocabulary with exactly this spelling.
  static <T extends Enum<T> & Term> Optional<T> of(Class<T> vocabulary, String value) {
    return Optional.ofNullable(vocabulary.cast(Vocabularies.SPELLINGS.get(vocabulary).get(value)));
  }
}
