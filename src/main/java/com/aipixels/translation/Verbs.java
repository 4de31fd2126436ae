package com.aipixels.translation;

import static com.aipixels.translation.NounPhrase.join;

import com.aipixels.translation.Word.Action;
import com.aipixels.translation.Word.Form;
import java.util.List;

/// Puts a verb, with what was said before it, where its form has it: to a noun, to the next verb or
/// at the end.
final class Verbs {

  private final Sentence sentence;
  private final Clause clause;
  private final Prelude prelude;
  private final NounInHand noun;
  private int actionsLeft;

  Verbs(Sentence sentence, List<Word> words) {
    this.sentence = sentence;
    clause = sentence.clause();
    prelude = sentence.prelude();
    noun = sentence.noun();
    actionsLeft = (int) words.stream().filter(Action.class::isInstance).count();
  }

  void add(Action action) {
    actionsLeft--;
    loosen();
    String english = action.english();
    if (english.isEmpty()) {
      silent(action.form());
      return;
    }
    String manner = prelude.takeManner();
    boolean quality = English.isQualityVerb(english);
    boolean ahead = quality || manner.endsWith("ly");
    String verb = ahead ? join(manner, english) : join(english, manner);
    switch (action.form()) {
      case BEFORE_NOUN -> beforeNoun(verb, quality);
      case LINKING -> linking(verb, quality);
      case FINAL -> ending(verb, quality);
    }
  }

  /// A noun without a particle right before a verb is what the verb is about.
  private void loosen() {
    clause.place(noun.takeCompany());
    NounPhrase bare = noun.take();
    if (bare != null) {
      clause.object(bare);
    }
  }

  /// 있다 and its like leave what was said of them: 하늘에 있는 새 is `bird in the sky`.
  private void silent(Form form) {
    if (form == Form.FINAL) {
      sentence.end();
      return;
    }
    String place = clause.takePlaces();
    NounPhrase there = clause.takeSubject();
    NounPhrase thing = clause.takeObject();
    if (there != null) {
      prelude.scene(join(there.text(), place));
    } else {
      prelude.after(join(place, thing == null ? "" : "with " + thing.text()));
    }
  }

  void beforeNoun(String verb, boolean quality) {
    if (clause.isEmpty() || (quality && (clause.isAboutPlaces() || isOfNextNoun()))) {
      String bare = English.withoutObject(verb);
      if (English.startsWithPreposition(bare) || English.isLongParticiple(bare)) {
        prelude.after(bare);
      } else {
        prelude.before(bare);
      }
      return;
    }
    boolean governs = verb.contains("_");
    if (!governs) {
      clause.objectIsSubject();
    }
    NounPhrase subject = governs && !English.isParticiple(verb) ? null : clause.takeSubject();
    String said = clause.predicate(verb);
    if (subject == null) {
      prelude.after(said);
    } else {
      prelude.scene(quality ? join(said, subject.text()) : join(subject.text(), said));
    }
  }

  /// 소녀가 예쁜 정원에 앉아: the garden is pretty, the girl has yet to do something.
  private boolean isOfNextNoun() {
    return actionsLeft > 0 && !clause.hasTrait();
  }

  private void linking(String verb, boolean quality) {
    if (quality && clause.hasSubject()) {
      ending(verb, true);
    } else if (quality && clause.isEmpty()) {
      prelude.before(verb);
    } else {
      clause.andThen(verb);
    }
  }

  private void ending(String verb, boolean quality) {
    NounPhrase subject = clause.takeSubject();
    String said = clause.predicate(verb);
    String who = subject == null ? "" : subject.text();
    sentence.part(quality ? join(said, who) : join(who, said));
  }
}
