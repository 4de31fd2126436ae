package com.aipixels.translation;

import com.aipixels.translation.Sense.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the glossary's words in one piece of Korean, the longest first.
final class Lookup {

  /// How many morphemes to each side may tell 눈 the snow from 눈 the eyes.
  private static final int NEAR = 7;

  private static final String BEFORE_CONSONANT = "고는지게다기던자거";

  private final Glossary glossary;
  private final Piece piece;
  private final Map<Integer, Optional<Found>> found = new HashMap<>();

  record Found(Sense sense, int next) {}

  Lookup(Glossary glossary, Piece piece) {
    this.glossary = glossary;
    this.piece = piece;
  }

  /// The longest word or set phrase that begins with this morpheme.
  Optional<Found> at(int from) {
    return found.computeIfAbsent(from, this::find);
  }

  private Optional<Found> find(int from) {
    Morpheme first = piece.get(from);
    if (first.isEnding()) {
      return Optional.empty();
    }
    Found longest = null;
    StringBuilder stem = new StringBuilder();
    for (int i = from; i < piece.size() && piece.length(from, i) <= glossary.longest() + 2; i++) {
      Morpheme last = piece.get(i);
      if (last.isPredicate()) {
        longest = better(longest, stem + last.form() + "-", from, i);
        longest = better(longest, piece.writtenBefore(from, i) + last.form() + "-", from, i);
      }
      if (last.isPredicate() && !piece.endsAt(i)) {
        longest = better(longest, Hangul.open(piece.written(from, i)) + "-", from, i);
      }
      if (isWrittenStem(from, i)) {
        String asWritten = stem + piece.written(i, i);
        longest = better(longest, asWritten + "-", from, i);
        if (piece.get(i + 1).form().startsWith("는")) {
          longest = better(longest, Hangul.withRieul(asWritten) + "-", from, i);
        }
      }
      if (piece.endsAt(i) && piece.beginsAt(from)) {
        longest = better(longest, piece.written(from, i), from, i);
      }
      if (!last.isParticle()) {
        stem.append(last.form());
      }
    }
    return Optional.ofNullable(longest);
  }

  private @Nullable Found better(@Nullable Found shorter, String key, int from, int to) {
    return glossary
        .sense(key, word -> isNear(word, from, to))
        .filter(sense -> fits(sense, from, to))
        .map(sense -> new Found(sense, to + 1))
        .orElse(shorter);
  }

  /// A verb's 한 is not the number one, and 배 inside a verb no boat.
  private boolean fits(Sense sense, int from, int to) {
    Morpheme only = piece.get(from);
    if (!only.isOpening() && !only.isNoun()) {
      return sense.kind() == Kind.RELATION && only.isParticle();
    }
    if (from < to || only.end() - only.start() > 1) {
      return true;
    }
    return switch (sense.kind()) {
      case NOUN -> only.isNoun();
      case NUMBER, MODIFIER -> !only.isPredicate() && (from == 0 || !piece.isAttached(from));
      default -> true;
    };
  }

  private boolean isNear(String word, int from, int to) {
    for (int i = Math.max(0, from - NEAR); i < Math.min(piece.size(), to + 1 + NEAR); i++) {
      if ((i < from || i > to) && piece.get(i).form().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /// Before a consonant the stem stands as it is written, whatever the analysis makes of it: Nori
  /// reads 들고 as a form of 듣다.
  private boolean isWrittenStem(int from, int i) {
    if (!piece.beginsAt(i)
        || !piece.endsAt(i)
        || i + 1 == piece.size()
        || !piece.isAttached(i + 1)) {
      return false;
    }
    Morpheme stem = piece.get(i);
    Morpheme next = piece.get(i + 1);
    return stem.isPredicate()
        ? next.isEnding() && BEFORE_CONSONANT.indexOf(next.form().charAt(0)) >= 0
        : stem.isNoun() && next.isTopic() && (from < i || !glossary.isKnown(piece.written(i, i)));
  }

  /// The counter that begins with this morpheme: 년, or the longer 년대.
  Optional<Found> counterAt(int from) {
    Found longest = null;
    for (int i = from;
        i < piece.size() && i < from + 3 && (i == from || piece.isAttached(i));
        i++) {
      longest = better(longest, "*" + piece.written(from, i), from, i);
    }
    return Optional.ofNullable(longest);
  }
}
