package com.aipixels.translation;

import com.aipixels.translation.Lookup.Found;
import com.aipixels.translation.Word.Action;
import com.aipixels.translation.Word.Amount;
import com.aipixels.translation.Word.Counter;
import com.aipixels.translation.Word.Form;
import com.aipixels.translation.Word.Mark;
import com.aipixels.translation.Word.Modifier;
import com.aipixels.translation.Word.Relation;
import com.aipixels.translation.Word.Role;
import com.aipixels.translation.Word.Setting;
import com.aipixels.translation.Word.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.ko.POS;

/// Reads one piece of Korean into words with meaning.
final class Reading {

  private final String text;
  private final List<Morpheme> morphemes;
  private final Lookup lookup;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private Reading(Glossary glossary, String text, List<Morpheme> morphemes) {
    this.text = text;
    this.morphemes = morphemes;
    this.lookup = new Lookup(glossary, text, morphemes);
  }

  static List<Word> of(Glossary glossary, String text, List<Morpheme> morphemes) {
    Reading reading = new Reading(glossary, text, morphemes);
    while (reading.at < morphemes.size()) {
      reading.next();
    }
    return reading.words;
  }

  private void next() {
    Morpheme morpheme = morphemes.get(at);
    int endOfName = lookup.endOfName(at);
    Optional<Found> found = lookup.at(at);
    Optional<Found> counter = isCounted() ? lookup.counterAt(at) : Optional.empty();
    Optional<Role> role = hiddenParticle(morpheme);
    if (counter.isPresent()) {
      known(counter.get());
    } else if (role.isPresent()) {
      mark(role.get());
    } else if (morpheme.tag() == POS.Tag.XSN && morpheme.form().equals("들")) {
      add(new Mark(Role.PLURAL));
    } else if (endOfName > at) {
      name(morpheme, endOfName);
    } else if (found.isPresent()) {
      known(found.get());
    } else if (morpheme.isPredicate()) {
      unknownAction();
    } else {
      small(morpheme);
    }
  }

  /// Behind a word it was told to keep whole, Nori may take a particle for a word.
  private Optional<Role> hiddenParticle(Morpheme morpheme) {
    boolean last = !lookup.isAttached(at + 1);
    return at > 0
            && last
            && lookup.isAttached(at)
            && !morpheme.isEnding()
            && !morpheme.isParticle()
            && morphemes.get(at - 1).isNoun()
            && !words.isEmpty()
            && words.getLast() instanceof Thing
        ? Particles.role(morpheme.form())
        : Optional.empty();
  }

  private boolean isCounted() {
    return !words.isEmpty() && words.getLast() instanceof Amount;
  }

  private void known(Found found) {
    Sense sense = found.sense();
    at = found.next();
    String english = sense.english();
    words.add(
        switch (sense.kind()) {
          case NOUN -> isMadeVerb() ? new Action(english, form()) : thing(sense);
          case STEM -> action(english);
          case MODIFIER ->
              isClause(english) ? new Action(english, Form.BEFORE_NOUN) : new Modifier(english);
          case NUMBER -> new Amount(english);
          case COUNTER -> new Counter(english);
          case RELATION -> new Relation(english);
          case SETTING -> new Setting(english);
        });
  }

  private static boolean isClause(String english) {
    return English.isParticiple(english) || english.contains("_");
  }

  private static Word thing(Sense sense) {
    return new Thing(sense.english(), sense.place(), true);
  }

  private boolean isMadeVerb() {
    return at < morphemes.size()
        && switch (morphemes.get(at).tag()) {
          case XSV, XSA -> morphemes.get(at - 1).end() == morphemes.get(at).start();
          default -> false;
        };
  }

  private Word action(String english) {
    int begin = at;
    if (lookup.isAttached(at) && Lookup.isTopic(morphemes.get(at))) {
      at++;
      return new Action(english, Form.BEFORE_NOUN);
    }
    Form form = form();
    boolean refused =
        morphemes.subList(begin, at).stream()
            .anyMatch(
                m -> m.tag() == POS.Tag.VX && (m.form().equals("않") || m.form().equals("못하")));
    boolean named = at > begin && morphemes.get(at - 1).tag() == POS.Tag.ETN;
    String said = refused ? "not " + english : english;
    return named ? new Thing(English.withoutObject(said), "", false) : new Action(said, form);
  }

  private Form form() {
    Endings endings = Endings.from(morphemes, at);
    at = endings.next();
    return endings.form();
  }

  private void name(Morpheme first, int next) {
    Morpheme last = morphemes.get(next - 1);
    boolean dependent = next == at + 1 && first.tag() == POS.Tag.NNB;
    at = next;
    if (!dependent) {
      String latin = Romanization.of(text.substring(first.start(), last.end()));
      words.add(isMadeVerb() ? new Action(latin, form()) : new Thing(latin, "", false));
    }
  }

  private void unknownAction() {
    int start = morphemes.get(at).start();
    at++;
    Form form = form();
    int end = morphemes.get(at - 1).end();
    words.add(new Action(Romanization.of(text.substring(start, end)), form));
  }

  private void small(Morpheme morpheme) {
    if (morpheme.isParticle()) {
      Particles.role(morpheme.form()).ifPresentOrElse(this::mark, () -> at++);
    } else if (morpheme.tag() == POS.Tag.SN) {
      add(new Amount(morpheme.form()));
    } else if (morpheme.isEnding() || !morpheme.isOpening()) {
      at++;
    } else {
      add(new Modifier(Romanization.of(text.substring(morpheme.start(), morpheme.end()))));
    }
  }

  private void mark(Role role) {
    at++;
    words.add(new Mark(role == Role.AND && isTogether() ? together() : role));
  }

  private boolean isTogether() {
    return at < morphemes.size()
        && (morphemes.get(at).form().equals("함께") || morphemes.get(at).form().equals("같이"));
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
