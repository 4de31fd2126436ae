package com.aipixels.translation;

import com.aipixels.translation.Word.Thing;
import org.jspecify.annotations.Nullable;

/// What is said of a noun before it comes.
final class Prelude {

  private String before = "";
  private String after = "";
  private String scene = "";
  private String amount = "";
  private @Nullable NounPhrase owner;

  /// Whether the next noun is told from others of its kind, by more than whose it is.
  boolean isQualified() {
    return !(before.isEmpty() && after.isEmpty() && scene.isEmpty() && amount.isEmpty());
  }

  /// The noun with all that was said of it; one that says nothing leaves the word to its owner.
  NounPhrase lead(Thing thing) {
    if (thing.english().isEmpty() && owner != null) {
      NounPhrase whose = owner;
      owner = null;
      return whose;
    }
    NounPhrase said = new NounPhrase("", thing.english(), "", thing.place(), thing.known());
    return told(owned(counted(said))).with(takeBefore(), takeAfter());
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

  private String takeAfter() {
    String taken = after;
    after = "";
    return taken;
  }

  String takeScene() {
    String taken = scene;
    scene = "";
    return taken;
  }

  /// The noun is whose the next one is.
  void own(NounPhrase noun) {
    owner = owned(noun);
  }

  String takeOwner() {
    String taken = owner == null ? "" : owner.text();
    owner = null;
    return taken;
  }

  /// Everything that waited for a noun which never came.
  String takeRest() {
    return NounPhrase.join(takeAmount(), NounPhrase.join(takeBefore(), takeAfter()));
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
