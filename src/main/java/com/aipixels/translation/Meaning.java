package com.aipixels.translation;

import com.aipixels.translation.Lookup.Found;
import com.aipixels.translation.Word.Action;
import com.aipixels.translation.Word.Amount;
import com.aipixels.translation.Word.Counter;
import com.aipixels.translation.Word.Form;
import com.aipixels.translation.Word.Modifier;
import com.aipixels.translation.Word.Relation;
import com.aipixels.translation.Word.Setting;
import com.aipixels.translation.Word.Thing;
import org.apache.lucene.analysis.ko.POS;

/// A word with what was written to it: the endings of a verb, or what makes a verb of a noun.
///
/// @param next the first morpheme behind them
record Meaning(Word word, int next) {

  static Meaning of(Found found, Piece piece) {
    Sense sense = found.sense();
    String english = sense.english();
    int next = found.next();
    return switch (sense.kind()) {
      case NOUN -> ofNoun(new Thing(english, sense.place(), true), piece, next);
      case STEM -> ofStem(english, piece, next);
      case MODIFIER -> new Meaning(modifier(english), next);
      case NUMBER -> new Meaning(new Amount(english), next);
      case COUNTER -> new Meaning(new Counter(english), next);
      case RELATION -> new Meaning(new Relation(english), next);
      case SETTING -> new Meaning(new Setting(english), next);
    };
  }

  /// A name goes until `next` and is said as it sounds.
  static Meaning ofName(Piece piece, int from, int next) {
    return ofNoun(new Thing(piece.latin(from, next - 1), "", false), piece, next);
  }

  /// A verb that no glossary knows is said as it sounds, with its endings.
  static Meaning ofUnknownVerb(Piece piece, int from) {
    Endings endings = Endings.from(piece, from + 1);
    String latin = piece.latin(from, endings.next() - 1);
    return new Meaning(new Action(latin, endings.form()), endings.next());
  }

  private static Meaning ofNoun(Thing thing, Piece piece, int next) {
    if (!piece.makesVerb(next)) {
      return new Meaning(thing, next);
    }
    Endings endings = Endings.from(piece, next);
    return new Meaning(new Action(thing.english(), endings.form()), endings.next());
  }

  private static Meaning ofStem(String english, Piece piece, int from) {
    if (piece.isAttached(from) && piece.get(from).isTopic()) {
      return new Meaning(new Action(english, Form.BEFORE_NOUN), from + 1);
    }
    Endings endings = Endings.from(piece, from);
    int next = endings.next();
    boolean refused = piece.between(from, next).stream().anyMatch(Meaning::refuses);
    boolean named = next > from && piece.get(next - 1).tag() == POS.Tag.ETN;
    String said = refused ? "not " + english : english;
    return new Meaning(
        named
            ? new Thing(English.withoutObject(said), "", false)
            : new Action(said, endings.form()),
        next);
  }

  private static boolean refuses(Morpheme auxiliary) {
    return auxiliary.tag() == POS.Tag.VX
        && (auxiliary.form().equals("않") || auxiliary.form().equals("못하"));
  }

  private static Word modifier(String english) {
    boolean clause = English.isParticiple(english) || english.contains("_");
    return clause ? new Action(english, Form.BEFORE_NOUN) : new Modifier(english);
  }
}
