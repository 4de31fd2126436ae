package com.aipixels.translation;

import static com.aipixels.translation.NounPhrase.join;

import com.aipixels.translation.Word.Action;
import com.aipixels.translation.Word.Amount;
import com.aipixels.translation.Word.Counter;
import com.aipixels.translation.Word.Mark;
import com.aipixels.translation.Word.Modifier;
import com.aipixels.translation.Word.Relation;
import com.aipixels.translation.Word.Setting;
import com.aipixels.translation.Word.Thing;
import java.util.List;

/// Puts words into English order as they come. Korean says everything about a noun before it;
/// English says adjectives before and clauses after: 우산을 든 작은 소녀 is `small girl holding umbrella`.
final class Composition {

  private final Sentence sentence;
  private final Clause clause;
  private final Prelude prelude;
  private final NounInHand noun;
  private final Verbs verbs;
  private final Marks marks;
  private boolean counted;

  private Composition(List<Word> words) {
    sentence = new Sentence();
    clause = sentence.clause();
    prelude = sentence.prelude();
    noun = sentence.noun();
    verbs = new Verbs(sentence, words);
    marks = new Marks(sentence);
  }

  static String of(List<Word> words) {
    Composition english = new Composition(words);
    words.forEach(english::add);
    english.sentence.end();
    return english.sentence.text();
  }

  private void add(Word word) {
    boolean afterCounter = counted;
    counted = false;
    switch (word) {
      case Thing thing -> thing(thing);
      case Modifier modifier -> modifier(modifier.english());
      case Action action -> verbs.add(action);
      case Amount number -> prelude.amount(number.english());
      case Counter counter -> counter(counter.english());
      case Relation relation -> relation(relation.english());
      case Setting setting -> setting(setting.english());
      case Mark mark -> marks.add(mark.role(), afterCounter);
    }
  }

  private void thing(Thing thing) {
    clause.place(noun.takeDay());
    if (noun.isJoinedBy(thing)) {
      noun.join(thing);
    } else {
      sentence.release();
      noun.begin(thing);
    }
  }

  private void modifier(String english) {
    sentence.release();
    if (English.startsWithPreposition(english)) {
      prelude.after(english);
    } else if (clause.hasTrait() && !English.isAdverb(english)) {
      verbs.beforeNoun(english, true);
    } else {
      prelude.before(english);
    }
  }

  private void counter(String english) {
    counted = true;
    if (English.isCount(english)) {
      noun.count(english);
    } else {
      modifier(english.replace("*", prelude.takeNumber()));
    }
  }

  private void relation(String english) {
    NounPhrase taken = noun.take();
    NounPhrase governed = taken == null ? clause.takeObject() : taken;
    if (governed == null) {
      clause.place(English.withoutObject(english));
    } else if (English.isAttribute(english)) {
      prelude.after(english.replace("_", governed.text()));
    } else {
      clause.place(english.replace("_", governed.after("")));
    }
  }

  private void setting(String english) {
    sentence.release();
    int article = english.indexOf(" the ");
    if (article < 0) {
      clause.place(english);
    } else {
      String where = english.substring(0, article) + " the";
      clause.place(join(join(where, prelude.takeBefore()), english.substring(where.length() + 1)));
    }
  }
}
