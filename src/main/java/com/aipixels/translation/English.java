package com.aipixels.translation;

import java.util.List;

/// The little English grammar that a prompt needs.
final class English {

  private English() {}

  static boolean isNumber(String words) {
    return Vocabulary.NUMBERS.contains(words);
  }

  static boolean isOne(String number) {
    return number.equals("one") || number.equals("1") || number.endsWith("-old");
  }

  static boolean isAdverb(String words) {
    return Vocabulary.ADVERBS.contains(words)
        || (words.endsWith("ly") && !Vocabulary.LY_ADJECTIVES.contains(lastWord(words)));
  }

  static boolean isPicture(String words) {
    return Vocabulary.PICTURES.contains(words) || Vocabulary.PICTURES.contains(lastWord(words));
  }

  /// A thing one says `with` of: `girl with red eyes`, `in` for style.
  static boolean isQuality(String words) {
    return Vocabulary.QUALITIES.contains(lastWord(words));
  }

  static boolean isPreposition(String word) {
    return Vocabulary.PREPOSITIONS.contains(word);
  }

  /// Verbs whose object comes in numbers: `full of stars`.
  static boolean isOfMany(String verb) {
    return verb.startsWith("full of") || verb.startsWith("with many") || verb.startsWith("without");
  }

  /// What a figure has rather than what it is: 머리가 긴 소녀 is `girl with long hair`.
  static boolean isTrait(String words) {
    return Vocabulary.TRAITS.contains(lastWord(words));
  }

  /// Says what a thing is like, rather than where it is: belongs to the next noun at once.
  static boolean isAttribute(String relation) {
    return isParticiple(relation)
        || relation.startsWith("like ")
        || relation.startsWith("decorated ")
        || relation.startsWith("with ")
        || relation.startsWith("made of ")
        || relation.startsWith("full of ");
  }

  static boolean startsWithPreposition(String words) {
    int space = words.indexOf(' ');
    return space > 0 && Vocabulary.PREPOSITIONS.contains(words.substring(0, space));
  }

  static boolean isParticiple(String words) {
    String first = firstWord(words);
    return first.equals("seen")
        || (first.length() > 4 && (first.endsWith("ing") || first.endsWith("ed")));
  }

  /// `standing alone`, `flying in the sky`: too long to stand before a noun.
  static boolean isLongParticiple(String words) {
    return isParticiple(words) && words.indexOf(' ') > 0;
  }

  /// A verb in Korean, an adjective in English.
  static boolean isQualityVerb(String words) {
    return !isParticiple(words) && !words.contains("_") && !startsWithPreposition(words);
  }

  /// Counts, where `*-year-old` says what something is like.
  static boolean isCount(String counter) {
    return counter.equals("*") || counter.endsWith(" _");
  }

  /// `two cups of` from `* cup of _`.
  static String measure(String number, String counter) {
    String unit = counter.substring("* ".length(), counter.length() - " _".length());
    String one = firstWord(unit);
    return number + " " + (isOne(number) ? one : plural(one)) + unit.substring(one.length());
  }

  static String firstWord(String words) {
    int space = words.indexOf(' ');
    return space < 0 ? words : words.substring(0, space);
  }

  static String lastWord(String words) {
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  /// `holding _` without an object is `holding`, `looking at _` is `looking`.
  static String withoutObject(String words) {
    String bare = words.replace("_", "").strip();
    return Vocabulary.PREPOSITIONS.contains(lastWord(bare)) && bare.indexOf(' ') > 0
        ? bare.substring(0, bare.lastIndexOf(' '))
        : bare;
  }

  static String plural(String words) {
    for (List<String> pair : Vocabulary.IRREGULAR) {
      if (words.endsWith(pair.getFirst())) {
        return words.substring(0, words.length() - pair.getFirst().length()) + pair.getLast();
      }
    }
    if (words.isEmpty()
        || Vocabulary.MANY_ALREADY.contains(words)
        || Vocabulary.MANY_ALREADY.contains(lastWord(words))) {
      return words;
    }
    if (words.endsWith("s") && !words.endsWith("ss") && !words.endsWith("us")) {
      return words;
    }
    if (words.matches(".*(s|x|z|ch|sh)")) {
      return words + "es";
    }
    return words.matches(".*[^aeiou]y")
        ? words.substring(0, words.length() - 1) + "ies"
        : words + "s";
  }
}
