package com.aipixels.translation;

import com.aipixels.translation.Lookup.Found;
import com.aipixels.translation.Word.Amount;
import com.aipixels.translation.Word.Mark;
import com.aipixels.translation.Word.Modifier;
import com.aipixels.translation.Word.Role;
import com.aipixels.translation.Word.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.ko.POS;

/// Reads one piece of Korean into words with meaning.
final class Reading {

  private final Piece piece;
  private final Lookup lookup;
  private final Names names;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private Reading(Glossary glossary, Piece piece) {
    this.piece = piece;
    lookup = new Lookup(glossary, piece);
    names = new Names(piece, lookup);
  }

  static List<Word> of(Glossary glossary, Piece piece) {
    Reading reading = new Reading(glossary, piece);
    while (reading.at < piece.size()) {
      reading.next();
    }
    return reading.words;
  }

  private void next() {
    Morpheme morpheme = piece.get(at);
    int endOfName = names.end(at);
    Optional<Found> found = lookup.at(at);
    Optional<Found> counter = isCounted() ? lookup.counterAt(at) : Optional.empty();
    Optional<Role> role = hiddenParticle(morpheme);
    if (counter.isPresent()) {
      said(Meaning.of(counter.get(), piece));
    } else if (role.isPresent()) {
      mark(role.get());
    } else if (morpheme.tag() == POS.Tag.XSN && morpheme.form().equals("들")) {
      add(new Mark(Role.PLURAL));
    } else if (endOfName > at) {
      name(morpheme, endOfName);
    } else if (found.isPresent()) {
      said(Meaning.of(found.get(), piece));
    } else if (morpheme.isPredicate()) {
      said(Meaning.ofUnknownVerb(piece, at));
    } else {
      small(morpheme);
    }
  }

  /// Behind a word it was told to keep whole, Nori may take a particle for a word.
  private Optional<Role> hiddenParticle(Morpheme morpheme) {
    boolean last = !piece.isAttached(at + 1);
    return at > 0
            && last
            && piece.isAttached(at)
            && !morpheme.isEnding()
            && !morpheme.isParticle()
            && piece.get(at - 1).isNoun()
            && !words.isEmpty()
            && words.getLast() instanceof Thing
        ? Particles.role(morpheme.form())
        : Optional.empty();
  }

  private boolean isCounted() {
    return !words.isEmpty() && words.getLast() instanceof Amount;
  }

  private void said(Meaning meaning) {
    words.add(meaning.word());
    at = meaning.next();
  }

  private void name(Morpheme first, int next) {
    boolean dependent = next == at + 1 && first.tag() == POS.Tag.NNB;
    if (dependent) {
      at = next;
    } else {
      said(Meaning.ofName(piece, at, next));
    }
  }

  private void small(Morpheme morpheme) {
    if (morpheme.isParticle()) {
      Particles.role(morpheme.form()).ifPresentOrElse(this::mark, () -> at++);
    } else if (morpheme.tag() == POS.Tag.SN) {
      add(new Amount(morpheme.form()));
    } else if (morpheme.isEnding() || !morpheme.isOpening()) {
      at++;
    } else {
      add(new Modifier(piece.latin(at, at)));
    }
  }

  private void mark(Role role) {
    at++;
    words.add(new Mark(role == Role.AND && isTogether() ? together() : role));
  }

  private boolean isTogether() {
    return at < piece.size()
        && (piece.get(at).form().equals("함께") || piece.get(at).form().equals("같이"));
  }

  private Role together() {
    at++;
    return Role.TOGETHER;
  }

  private void add(Word word) {
    words.add(word);
    at++;
  }
}
