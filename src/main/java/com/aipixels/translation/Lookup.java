package com.aipixels.translation;

import com.aipixels.translation.Sense.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the glossary's words in one piece of Korean, the longest first.
final class Lookup {

  /// How many morphemes to each side may tell 눈 the snow from 눈 the eyes.
  private static final int NEAR = 7;

  /// In morphemes; what goes on for longer is noise, and is cut so that noise costs no time.
  private static final int LONGEST_NAME = 16;

  private static final String BEFORE_CONSONANT = "고는지게다기던자거";

  private final Glossary glossary;
  private final List<Morpheme> morphemes;
  private final String squeezed;
  private final int[] squeezedAt;
  private final Map<Integer, Optional<Found>> found = new HashMap<>();

  record Found(Sense sense, int next) {}

  Lookup(Glossary glossary, String text, List<Morpheme> morphemes) {
    this.glossary = glossary;
    this.morphemes = morphemes;
    StringBuilder withoutSpaces = new StringBuilder(text.length());
    squeezedAt = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      squeezedAt[i] = withoutSpaces.length();
      if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
        withoutSpaces.append(text.charAt(i));
      }
    }
    squeezedAt[text.length()] = withoutSpaces.length();
    squeezed = withoutSpaces.toString();
  }

  /// The longest word or set phrase that begins with this morpheme.
  Optional<Found> at(int from) {
    return found.computeIfAbsent(from, this::find);
  }

  private Optional<Found> find(int from) {
    Morpheme first = morphemes.get(from);
    if (first.isEnding()) {
      return Optional.empty();
    }
    Found longest = null;
    StringBuilder stem = new StringBuilder();
    for (int i = from; i < morphemes.size() && reaches(first, morphemes.get(i)); i++) {
      Morpheme last = morphemes.get(i);
      if (last.isPredicate()) {
        longest = better(longest, stem + last.form() + "-", from, i);
        longest = better(longest, writtenBefore(first, last) + last.form() + "-", from, i);
      }
      if (last.isPredicate() && !endsHere(i)) {
        longest = better(longest, Hangul.open(written(first, last)) + "-", from, i);
      }
      if (isWrittenStem(from, i)) {
        String asWritten = stem + written(last, last);
        longest = better(longest, asWritten + "-", from, i);
        if (morphemes.get(i + 1).form().startsWith("는")) {
          longest = better(longest, Hangul.withRieul(asWritten) + "-", from, i);
        }
      }
      if (endsHere(i) && beginsHere(from)) {
        longest = better(longest, written(first, last), from, i);
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
    Morpheme only = morphemes.get(from);
    if (!only.isOpening() && !only.isNoun()) {
      return sense.kind() == Kind.RELATION && only.isParticle();
    }
    if (from < to || only.end() - only.start() > 1) {
      return true;
    }
    return switch (sense.kind()) {
      case NOUN -> only.isNoun();
      case NUMBER, MODIFIER -> !only.isPredicate() && (from == 0 || !isAttached(from));
      default -> true;
    };
  }

  private boolean isNear(String word, int from, int to) {
    for (int i = Math.max(0, from - NEAR); i < Math.min(morphemes.size(), to + 1 + NEAR); i++) {
      if ((i < from || i > to) && morphemes.get(i).form().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(Morpheme first, Morpheme last) {
    return squeezedAt[last.end()] - squeezedAt[first.start()] <= glossary.longest() + 2;
  }

  /// Before a consonant the stem stands as it is written, whatever the analysis makes of it: Nori
  /// reads 들고 as a form of 듣다.
  private boolean isWrittenStem(int from, int i) {
    if (!beginsHere(i) || !endsHere(i) || i + 1 == morphemes.size() || !isAttached(i + 1)) {
      return false;
    }
    Morpheme stem = morphemes.get(i);
    Morpheme next = morphemes.get(i + 1);
    return stem.isPredicate()
        ? next.isEnding() && BEFORE_CONSONANT.indexOf(next.form().charAt(0)) >= 0
        : stem.isNoun() && isTopic(next) && (from < i || !glossary.isKnown(written(stem, stem)));
  }

  /// 는 and 은 are endings of verbs as well, and Nori errs there: 내리는.
  static boolean isTopic(Morpheme morpheme) {
    return morpheme.isParticle() && (morpheme.form().equals("는") || morpheme.form().equals("은"));
  }

  private String writtenBefore(Morpheme first, Morpheme last) {
    return squeezed.substring(squeezedAt[first.start()], squeezedAt[last.start()]);
  }

  private boolean beginsHere(int i) {
    return i == 0 || morphemes.get(i - 1).start() != morphemes.get(i).start();
  }

  private boolean endsHere(int i) {
    return i == morphemes.size() - 1 || morphemes.get(i + 1).end() != morphemes.get(i).end();
  }

  private String written(Morpheme first, Morpheme last) {
    return squeezed.substring(squeezedAt[first.start()], squeezedAt[last.end()]);
  }

  /// The counter that begins with this morpheme: 년, or the longer 년대.
  Optional<Found> counterAt(int from) {
    Found longest = null;
    for (int i = from; i < morphemes.size() && i < from + 3 && (i == from || isAttached(i)); i++) {
      longest = better(longest, "*" + written(morphemes.get(from), morphemes.get(i)), from, i);
    }
    return Optional.ofNullable(longest);
  }

  /// Where a name ends that begins here, or `from` where there is none. A known word of one
  /// syllable beside unknown ones is taken as a part of the name.
  int endOfName(int from) {
    boolean unknown = false;
    int i = from;
    int limit = Math.min(morphemes.size(), from + LONGEST_NAME);
    while (i < limit && morphemes.get(i).isNoun() && (i == from || isAttached(i))) {
      Optional<Found> known = at(i);
      boolean whole = known.isPresent() && !isSyllable(known.get(), i);
      if (whole || (i > from && isPlural(i))) {
        break;
      }
      unknown |= known.isEmpty();
      i++;
    }
    return unknown ? i : from;
  }

  private boolean isSyllable(Found found, int from) {
    Morpheme first = morphemes.get(from);
    return found.sense().kind() == Kind.NOUN
        && found.next() == from + 1
        && first.end() - first.start() == 1;
  }

  boolean isAttached(int i) {
    return i > 0 && i < morphemes.size() && morphemes.get(i - 1).end() == morphemes.get(i).start();
  }

  private boolean isPlural(int i) {
    return morphemes.get(i).form().equals("들");
  }
}
