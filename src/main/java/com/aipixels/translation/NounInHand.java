package com.aipixels.translation;

import com.aipixels.translation.Word.Thing;
import org.jspecify.annotations.Nullable;

/// The noun being said: what was put before it and what will follow it, until a particle or a verb
/// takes it.
final class NounInHand {

  private static final String AND = " and ";

  private String before = "";
  private String after = "";
  private String scene = "";
  private String amount = "";
  private String joined = "";
  private String joinedAfter = "";
  private @Nullable NounPhrase owner;
  private @Nullable NounPhrase noun;

  boolean isPresent() {
    return noun != null;
  }

  boolean isDay() {
    return noun != null && noun.isDay();
  }

  /// Whether the next noun would make a compound with this one, or says nothing beside it.
  boolean isJoinedBy(Thing thing) {
    boolean unqualified =
        before.isEmpty() && after.isEmpty() && scene.isEmpty() && amount.isEmpty();
    return noun != null && (unqualified || thing.english().isEmpty());
  }

  void join(Thing thing) {
    if (noun != null && !thing.english().isEmpty()) {
      noun = noun.joined(thing);
    }
  }

  void begin(Thing thing) {
    if (thing.english().isEmpty() && owner != null) {
      noun = owner;
      owner = null;
      return;
    }
    NounPhrase said = new NounPhrase("", thing.english(), "", thing.place(), thing.known());
    noun = told(owned(counted(said))).with(before, after);
    before = "";
    after = "";
  }

  void before(String english) {
    before = NounPhrase.join(before, english);
  }

  void after(String english) {
    after = NounPhrase.join(after, english);
  }

  void scene(String english) {
    scene = english;
  }

  void amount(String number) {
    amount = number;
  }

  String takeNumber() {
    String number = takeAmount();
    return number.isEmpty() ? "one" : number;
  }

  private String takeAmount() {
    String taken = amount;
    amount = "";
    return taken;
  }

  String takeBefore() {
    String taken = before;
    before = "";
    return taken;
  }

  /// An adverb that was taken for an adjective until its verb came.
  String takeManner() {
    return English.isAdverb(before) ? takeBefore() : "";
  }

  /// `two`, or `two cups of`, of this noun or else of the one to come.
  void count(String counter) {
    String number = takeNumber();
    boolean counts = counter.equals("*");
    String said = counts ? number : English.measure(number, counter);
    if (noun != null) {
      boolean many = counts && !English.isOne(number);
      noun = (many ? noun.plural() : noun).with(said, "");
    } else if (counts) {
      amount = number;
    } else {
      before(said);
    }
  }

  void pluralize() {
    noun = noun == null ? null : noun.plural();
  }

  /// The noun is whose the next one is.
  void own() {
    NounPhrase taken = take();
    if (taken != null) {
      owner = owned(taken);
    }
  }

  /// Keeps the noun for `… and …`; what follows it will follow both.
  void and() {
    if (noun != null) {
      joined += NounPhrase.join(noun.before(), noun.head()) + AND;
      joinedAfter = NounPhrase.join(joinedAfter, noun.after());
      noun = null;
    }
  }

  /// What was joined by 와 to a verb and not to a noun: 용과 싸우는.
  String takeCompany() {
    if (noun != null || joined.isEmpty()) {
      return "";
    }
    return "with " + takeJoined();
  }

  private String takeJoined() {
    String said = joined.isEmpty() ? "" : joined.substring(0, joined.length() - AND.length());
    String all = NounPhrase.join(said, joinedAfter);
    joined = "";
    joinedAfter = "";
    return all;
  }

  @Nullable NounPhrase take() {
    NounPhrase taken = noun;
    noun = null;
    if (taken != null && !joined.isEmpty()) {
      taken = taken.with(joined.strip(), joinedAfter);
      joined = "";
      joinedAfter = "";
    }
    return taken;
  }

  String takeOwner() {
    String taken = owner == null ? "" : owner.text();
    owner = null;
    return taken;
  }

  String takeScene() {
    String taken = scene;
    scene = "";
    return taken;
  }

  /// Everything that waited for a noun which never came.
  String takeRest() {
    String rest =
        NounPhrase.join(
            NounPhrase.join(takeJoined(), takeAmount()), NounPhrase.join(takeBefore(), after));
    after = "";
    return rest;
  }

  private NounPhrase counted(NounPhrase said) {
    String many = takeAmount();
    boolean single = many.isEmpty() || English.isOne(many) || said.head().isEmpty();
    return (single ? said : said.plural()).with(many, "");
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

  /// A clause with a subject of its own: `house with cat sitting by the window`, `painting of cat
  /// …`; 모습 says nothing, so the clause stands alone.
  private NounPhrase told(NounPhrase said) {
    String told = takeScene();
    if (told.isEmpty()) {
      return said;
    }
    return said.head().isEmpty()
        ? new NounPhrase("", told, "", "", false)
        : said.with("", (English.isPicture(said.head()) ? "of " : "with ") + told);
  }
}
