package com.aipixels.translation;

/// A noun with what stands before and after it.
record NounPhrase(String before, String head, String after, String place, boolean known) {

  static String join(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
  }

  String text() {
    return join(join(before, head), after);
  }

  /// Goes before the noun it owns: `Seoul street`, `spring park`.
  boolean isName() {
    boolean time = !place.isEmpty() && !place.endsWith("the");
    return after.isEmpty() && (time || !known || isCapitalized());
  }

  /// Says when, without a particle: 눈 오는 날.
  boolean isDay() {
    return place.equals("on a") || place.equals("on an");
  }

  /// By what means or in what manner: `with pencil`, `in Van Gogh style`, `to the forest`.
  String asWay() {
    if (place.isEmpty()) {
      return join(head.endsWith("style") ? "in" : "with", text());
    }
    return after("to");
  }

  boolean isEmpty() {
    return text().isEmpty();
  }

  /// A noun after a noun is a compound, whose end decides what it is. A picture of something that
  /// has more to it says so: `watercolor painting of boat on the sea`.
  NounPhrase joined(Word.Thing next) {
    if (!after.isEmpty() && !English.isQuality(head) && English.isPicture(next.english())) {
      return new NounPhrase("", next.english(), "of " + text(), next.place(), next.known());
    }
    return new NounPhrase(before, join(head, next.english()), after, next.place(), next.known());
  }

  NounPhrase with(String before, String after) {
    return new NounPhrase(join(before, this.before), head, join(this.after, after), place, known);
  }

  NounPhrase plural() {
    return new NounPhrase(before, English.plural(head), after, place, known);
  }

  /// `on the sea`, `at night`, `in Seoul`.
  String entered() {
    return place.isEmpty() ? after(English.isQuality(head) ? "with" : "in") : join(place, text());
  }

  /// After another preposition; what the glossary enters without an article stays without.
  String after(String preposition) {
    boolean article = known && (place.isEmpty() || place.endsWith("the")) && !takesNoArticle();
    return join(preposition, article ? "the " + text() : text());
  }

  private boolean isCapitalized() {
    return !head.isEmpty() && Character.isUpperCase(head.charAt(0));
  }

  private boolean takesNoArticle() {
    String text = text();
    return text.isEmpty()
        || isCapitalized()
        || English.isNumber(English.firstWord(text))
        || Character.isDigit(text.charAt(0))
        || English.isQuality(head);
  }
}
