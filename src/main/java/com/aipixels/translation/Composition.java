package com.aipixels.translation;

import static com.aipixels.translation.NounPhrase.join;

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
import org.jspecify.annotations.Nullable;

/// Puts words into English order as they come. Korean says everything about a noun before it;
/// English says adjectives before and clauses after: 우산을 든 작은 소녀 is `small girl holding umbrella`.
final class Composition {

  private final List<String> parts = new ArrayList<>();
  private final Clause clause = new Clause();
  private final NounInHand noun = new NounInHand();
  private boolean counted;
  private int actionsLeft;

  private Composition(List<Word> words) {
    actionsLeft = (int) words.stream().filter(Action.class::isInstance).count();
  }

  static String of(List<Word> words) {
    Composition english = new Composition(words);
    words.forEach(english::add);
    english.end();
    return String.join(", ", english.parts);
  }

  private void add(Word word) {
    boolean afterCounter = counted;
    counted = false;
    switch (word) {
      case Thing thing -> thing(thing);
      case Modifier modifier -> modifier(modifier.english());
      case Action action -> action(action);
      case Amount number -> noun.amount(number.english());
      case Counter counter -> counter(counter.english());
      case Relation relation -> relation(relation.english());
      case Setting setting -> setting(setting.english());
      case Mark mark -> mark(mark.role(), afterCounter);
    }
  }

  private void thing(Thing thing) {
    if (noun.isDay()) {
      enter(noun.take());
    }
    if (noun.isJoinedBy(thing)) {
      noun.join(thing);
    } else {
      release();
      noun.begin(thing);
    }
  }

  private void modifier(String english) {
    release();
    if (English.startsWithPreposition(english)) {
      noun.after(english);
    } else if (clause.hasTrait() && !English.isAdverb(english)) {
      beforeNoun(english, true);
    } else {
      noun.before(english);
    }
  }

  private void counter(String english) {
    counted = true;
    if (English.isCount(english)) {
      noun.count(english);
    } else {
      modifier(english.replace("*", noun.takeNumber()));
    }
  }

  private void relation(String english) {
    NounPhrase taken = noun.take();
    NounPhrase governed = taken == null ? clause.takeObject() : taken;
    if (governed == null) {
      clause.place(English.withoutObject(english));
    } else if (English.isAttribute(english)) {
      noun.after(english.replace("_", governed.text()));
    } else {
      clause.place(english.replace("_", governed.after("")));
    }
  }

  private void setting(String english) {
    release();
    int article = english.indexOf(" the ");
    if (article < 0) {
      clause.place(english);
    } else {
      String where = english.substring(0, article) + " the";
      clause.place(join(join(where, noun.takeBefore()), english.substring(where.length() + 1)));
    }
  }

  private void action(Action action) {
    actionsLeft--;
    loosen();
    String english = action.english();
    if (english.isEmpty()) {
      silent(action.form());
      return;
    }
    String manner = noun.takeManner();
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
      end();
      return;
    }
    String place = clause.takePlaces();
    NounPhrase there = clause.takeSubject();
    NounPhrase thing = clause.takeObject();
    if (there != null) {
      noun.scene(join(there.text(), place));
    } else {
      noun.after(join(place, thing == null ? "" : "with " + thing.text()));
    }
  }

  private void beforeNoun(String verb, boolean quality) {
    if (clause.isEmpty() || (quality && (clause.isAboutPlaces() || isOfNextNoun()))) {
      String bare = English.withoutObject(verb);
      if (English.startsWithPreposition(bare) || English.isLongParticiple(bare)) {
        noun.after(bare);
      } else {
        noun.before(bare);
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
      noun.after(said);
    } else {
      noun.scene(quality ? join(said, subject.text()) : join(subject.text(), said));
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
      noun.before(verb);
    } else {
      clause.andThen(verb);
    }
  }

  private void ending(String verb, boolean quality) {
    NounPhrase subject = clause.takeSubject();
    String said = clause.predicate(verb);
    String who = subject == null ? "" : subject.text();
    part(quality ? join(said, who) : join(who, said));
  }

  private void mark(Role role, boolean afterCounter) {
    switch (role) {
      case PLURAL -> noun.pluralize();
      case AND -> noun.and();
      case OF -> {
        if (!noun.isPresent()) {
          noun.after(clause.takePlaces());
        } else if (!afterCounter) {
          noun.own();
        }
      }
      default -> {
        NounPhrase taken = noun.take();
        if (taken != null) {
          mark(role, taken);
        }
      }
    }
  }

  private void mark(Role role, NounPhrase marked) {
    switch (role) {
      case SUBJECT -> subject(marked);
      case OBJECT -> clause.object(marked);
      case PLACE -> enter(marked);
      case WAY -> clause.place(marked.asWay());
      case LIKE -> clause.place("like " + marked.text());
      case TOGETHER -> clause.place("with " + marked.text());
      case TO -> clause.place(marked.after("to"));
      case FROM -> clause.place(marked.after("from"));
      case OF, AND, PLURAL -> throw new IllegalArgumentException(role + " takes no noun");
    }
  }

  private void enter(@Nullable NounPhrase place) {
    clause.place(place == null ? "" : place.entered());
  }

  private void subject(NounPhrase marked) {
    NounPhrase earlier = clause.takeSubject();
    if (earlier != null) {
      part(earlier.text());
    }
    clause.subject(marked);
  }

  /// A noun that nothing took up stands for itself.
  private void release() {
    NounPhrase left = noun.take();
    if (left != null) {
      part(join(left.text(), clause.takePlaces()));
    }
  }

  private void end() {
    NounPhrase last = noun.take();
    NounPhrase object = clause.takeObject();
    NounPhrase subject = clause.takeSubject();
    String places = clause.predicate("");
    if (last == null && object == null) {
      part(join(text(subject), places));
    } else {
      part(text(subject));
      part(text(object));
      part(join(text(last), places));
    }
    part(noun.takeOwner());
    part(noun.takeScene());
    part(noun.takeRest());
  }

  private static String text(@Nullable NounPhrase noun) {
    return noun == null ? "" : noun.text();
  }

  private void part(String english) {
    if (!english.isBlank()) {
      parts.add(english.strip());
    }
  }
}
