package com.aipixels.translation;

import com.aipixels.translation.Lookup.Found;
import com.aipixels.translation.Sense.Kind;
import java.util.Optional;

/// Tells where a name ends that no glossary knows.
final class Names {

  /// In morphemes; what goes on for longer is noise, and is cut so that noise costs no time.
  private static final int LONGEST_NAME = 16;

  private final Piece piece;
  private final Lookup lookup;

  Names(Piece piece, Lookup lookup) {
    this.piece = piece;
    this.lookup = lookup;
  }

  /// Where a name ends that begins here, or `from` where there is none. A known word of one
  /// syllable beside unknown ones is taken as a part of the name.
  int end(int from) {
    boolean unknown = false;
    int i = from;
    int limit = Math.min(piece.size(), from + LONGEST_NAME);
    while (i < limit && piece.get(i).isNoun() && (i == from || piece.isAttached(i))) {
      Optional<Found> known = lookup.at(i);
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
    Morpheme first = piece.get(from);
    return found.sense().kind() == Kind.NOUN
        && found.next() == from + 1
        && first.end() - first.start() == 1;
  }

  private boolean isPlural(int i) {
    return piece.get(i).form().equals("들");
  }
}
