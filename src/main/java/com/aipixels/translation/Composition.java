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
  private Clause clause = new Clause();
  private String before = "";
  private String after = "";
  private String scene = "";
  private String first = "";
  private String firstAfter = "";
  private String amount = "";
  private boolean counted;
  private @Nullable NounPhrase owner;
  private @Nullable NounPhrase noun;

  private int actionsLeft;

  static String of(List<Word> words) {
    Composition english = new Composition();
    english.actionsLeft = (int) words.stream().filter(Action.class::isInstance).count();
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
      case Amount number -> amount = number.english();
      case Counter counter -> counter(counter.english());
      case Relation relation -> relation(relation.english());
      case Setting setting -> setting(setting.english());
      case Mark mark -> {
        if (!(afterCounter && mark.role() == Role.OF)) {
          mark(mark.role());
        }
      }
    }
  }

  private void thing(Thing thing) {
    if (noun != null && thing.english().isEmpty()) {
      return;
    }
    if (noun != null && noun.isDay()) {
      clause.place(noun.entered());
      noun = null;
    }
    if (noun != null && isUnqualified()) {
      noun = noun.joined(thing);
      return;
    }
    release();
    if (thing.english().isEmpty() && owner != null) {
      noun = owner;
      owner = null;
      return;
    }
    NounPhrase said = counted(new NounPhrase("", thing.english(), "", thing.place(), thing.known()));
    noun = scened(owned(said)).with(before, after);
    before = "";
    after = "";
  }

  private boolean isUnqualified() {
    return before.isEmpty() && after.isEmpty() && scene.isEmpty() && amount.isEmpty();
  }

  private NounPhrase counted(NounPhrase said) {
    if (amount.isEmpty()) {
      return said;
    }
    String many = amount;
    amount = "";
    NounPhrase number = isOne(many) || said.head().isEmpty() ? said : said.plural();
    return number.with(many, "");
  }

  private static boolean isOne(String amount) {
    return amount.equals("one") || amount.equals("1") || amount.endsWith("-old");
  }

  private NounPhrase owned(NounPhrase said) {
    NounPhrase whose = owner;
    owner = null;
    if (whose == null) {
      return said;
    }
    if (English.isQuality(whose.head())) {
      return said.with("", whose.asWay());
    }
    return whose.isName() ? said.with(whose.text(), "") : said.with("", whose.after("of"));
  }

  /// A clause with a subject of its own: `house with cat sitting by the window`, `painting of cat …`;
  /// 모습 says nothing, so the clause stands alone.
  private NounPhrase scened(NounPhrase said) {
    String told = scene;
    scene = "";
    if (told.isEmpty()) {
      return said;
    }
    if (said.head().isEmpty()) {
      return new NounPhrase("", told, "", "", false);
    }
    return said.with("", join(English.isPicture(said.head()) ? "of" : "with", told));
  }

  private void modifier(String english) {
    if (noun != null) {
      release();
    }
    if (English.startsWithPreposition(english)) {
      after = join(after, english);
    } else if (clause.hasTrait() && !English.isAdverb(english)) {
      beforeNoun(english, true);
    } else {
      before = join(before, english);
    }
  }

  private void counter(String english) {
    String number = amount.isEmpty() ? "one" : amount;
    amount = "";
    counted = true;
    String said = english.replace("*", number);
    if (noun != null && english.equals("*")) {
      noun = (isOne(number) ? noun : noun.plural()).with(number, "");
    } else if (english.equals("*")) {
      amount = number;
    } else if (said.endsWith(" _")) {
      measure(number, said.substring(number.length() + 1, said.length() - 2));
    } else {
      release();
      before = join(before, said);
    }
  }

  /// `two cups of coffee`, of the noun before or the one to come.
  private void measure(String number, String unit) {
    String one = English.firstWord(unit);
    String said = number + " " + (isOne(number) ? one : English.plural(one)) + unit.substring(one.length());
    if (noun == null) {
      before = join(before, said);
    } else {
      noun = noun.with(said, "");
    }
  }

  private void relation(String english) {
    NounPhrase governed = take();
    if (governed == null) {
      governed = clause.takeObject();
    }
    if (governed == null) {
      clause.place(English.withoutObject(english));
    } else if (English.isAttribute(english)) {
      after = join(after, english.replace("_", governed.text()));
    } else {
      clause.place(english.replace("_", governed.after("").strip()));
    }
  }

  private void setting(String english) {
    release();
    int article = english.indexOf(" the ");
    if (article < 0 || before.isEmpty()) {
      clause.place(english);
    } else {
      clause.place(english.substring(0, article) + " the " + join(before, english.substring(article + 5)));
      before = "";
    }
  }

  private void action(Action action) {
    actionsLeft--;
    loosen();
    if (action.english().isEmpty()) {
      silent(action.form());
      return;
    }
    String manner = English.isAdverb(before) ? before : "";
    if (!manner.isEmpty()) {
      before = "";
    }
    boolean clumsy = English.startsWithPreposition(action.english());
    String verb = clumsy ? action.english() : join(manner, action.english());
    boolean quality = !English.isParticiple(action.english()) && !verb.contains("_") && !clumsy;
    switch (action.form()) {
      case BEFORE_NOUN -> beforeNoun(verb, quality);
      case LINKING -> linking(verb, quality);
      case FINAL -> ending(verb, quality);
    }
  }

  /// A noun without a particle right before a verb is what the verb is about.
  private void loosen() {
    if (noun == null && !first.isEmpty()) {
      clause.place(join("with " + first.substring(0, first.length() - " and ".length()), firstAfter));
      first = "";
      firstAfter = "";
    }
    NounPhrase bare = take();
    if (bare != null) {
      clause.object(bare);
    }
  }

  private void silent(Form form) {
    if (form == Form.FINAL) {
      end();
    } else {
      after = join(clause.takePlaces(), after);
      NounPhrase there = clause.takeSubject();
      NounPhrase thing = clause.takeObject();
      if (there != null) {
        scene = join(there.text(), after);
        after = "";
      } else if (thing != null) {
        after = join(after, "with " + thing.text());
      }
    }
  }

  private void beforeNoun(String verb, boolean quality) {
    if (clause.isEmpty() || (quality && isOfNextNoun())) {
      String bare = English.withoutObject(verb);
      if (English.startsWithPreposition(bare) || English.isLongParticiple(bare)) {
        after = join(after, bare);
      } else {
        before = join(before, bare);
      }
      return;
    }
    NounPhrase object = quality || !verb.contains("_") ? clause.takeObject() : null;
    if (object != null && !clause.hasSubject()) {
      clause.subject(object);
    } else if (object != null) {
      clause.object(object);
    }
    boolean governs = verb.contains("_");
    NounPhrase subject = governs && !English.isParticiple(verb) ? null : clause.takeSubject();
    String said = clause.predicate(verb);
    if (subject == null) {
      after = join(after, said);
    } else if (quality) {
      scene = join(said, subject.text());
    } else {
      scene = join(subject.text(), said);
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
      before = join(before, verb);
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

  private void mark(Role role) {
    if (role == Role.PLURAL) {
      noun = noun == null ? null : noun.plural();
      return;
    }
    NounPhrase marked = role == Role.AND ? noun : take();
    if (marked == null) {
      if (role == Role.OF) {
        after = join(after, clause.takePlaces());
      }
      return;
    }
    switch (role) {
      case SUBJECT -> subject(marked);
      case OBJECT -> clause.object(marked);
      case OF -> owner = owned(marked);
      case AND -> {
        first = first + join(marked.before(), marked.head()) + " and ";
        firstAfter = join(firstAfter, marked.after());
        noun = null;
      }
      case TOGETHER -> clause.place("with " + marked.text());
      case PLACE -> clause.place(marked.entered());
      case WAY -> clause.place(marked.asWay());
      case LIKE -> clause.place("like " + marked.text());
      case TO -> clause.place(marked.after("to"));
      case FROM -> clause.place(marked.after("from"));
      case PLURAL -> noun = marked.plural();
    }
  }

  private void subject(NounPhrase marked) {
    NounPhrase earlier = clause.takeSubject();
    if (earlier != null) {
      part(earlier.text());
    }
    clause.subject(marked);
  }

  private @Nullable NounPhrase take() {
    NounPhrase taken = noun;
    noun = null;
    if (taken != null && !first.isEmpty()) {
      taken = taken.with(first.strip(), firstAfter);
      firstAfter = "";
      first = "";
    }
    return taken;
  }

  /// A noun that nothing took up stands for itself.
  private void release() {
    NounPhrase left = take();
    if (left != null) {
      part(join(left.text(), clause.takePlaces()));
    }
  }

  private void end() {
    NounPhrase last = take();
    NounPhrase object = clause.takeObject();
    NounPhrase subject = clause.takeSubject();
    if (subject != null && (object != null || last != null)) {
      part(subject.text());
      subject = null;
    }
    NounPhrase left = last != null ? last : subject;
    if (object != null) {
      part(object.text());
    }
    String said = clause.predicate("");
    part(join(left == null ? "" : left.text(), said));
    part(owner == null ? "" : owner.text());
    part(scene);
    part(join(join(first.replaceAll(" and $", ""), amount), join(before, after)));
    owner = null;
    scene = "";
    first = "";
    firstAfter = "";
    amount = "";
    before = "";
    after = "";
    clause = new Clause();
  }

  private void part(String english) {
    if (!english.isBlank()) {
      parts.add(english.strip());
    }
  }
}
