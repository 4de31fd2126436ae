package com.aipixels.gallery;

import java.util.Set;
import org.apache.lucene.analysis.ko.POS;

/// What a search makes of a part of speech.
enum WordClass {
  /// Says what the picture is of.
  NOUN,

  /// A stem, searched for in its dictionary form.
  VERB,

  /// Counts, determines or colours another word: found, but never demanded beside one that says
  /// more.
  LIGHT,

  /// Particles, endings, auxiliaries, punctuation.
  NONE;

  /// Verbs that carry other words and mean nothing by themselves.
  private static final Set<String> CARRIERS = Set.of("하", "되", "있", "없", "같");

  private static final Set<String> PLURALS = Set.of("들", "님");

  static WordClass of(POS.Tag tag, String form) {
    return switch (tag) {
      case NNG, NNP, NR, XR, SL, SH, SN, NA, UNA, UNKNOWN -> NOUN;
      case VV, VA -> CARRIERS.contains(form) ? NONE : VERB;
      case NNB, NNBC, NP, MM, MAG, IC, XPN -> LIGHT;
      case XSN -> PLURALS.contains(form) ? NONE : LIGHT;
      default -> NONE;
    };
  }
}
