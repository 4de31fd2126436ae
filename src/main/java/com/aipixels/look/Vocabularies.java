package com.aipixels.look;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The terms of each vocabulary by their spelling, looked up for every picture of every list.
final class Vocabularies {

  static final ClassValue<Map<String, Term>> SPELLINGS =
      new ClassValue<>() {
        @Override
        protected Map<String, Term> computeValue(Class<?> vocabulary) {
          return Arrays.stream(vocabulary.getEnumConstants())
              .map(Term.class::cast)
              .collect(Collectors.toUnmodifiableMap(Term::value, Function.identity()));
        }
      };

  private Vocabularies() {}
}
