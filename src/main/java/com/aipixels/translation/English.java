package com.aipixels.translation;

import java.util.List;
import java.util.Set;

/// The little English grammar that a prompt needs.
final class English {

  private static final Set<String> PREPOSITIONS =
      Set.of(
          "above", "across", "against", "along", "among", "around", "as", "at", "before", "behind",
          "below", "beneath", "beside", "between", "beyond", "by", "during", "for", "from", "in",
          "inside", "into", "like", "near", "of", "on", "outside", "over", "through", "to",
          "toward", "under", "with", "without", "within");
  private static final Set<String> NUMBERS =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "twenty", "hundred", "thousand", "several", "many", "a few", "countless");
  private static final Set<String> ADVERBS =
      Set.of(
          "very", "more", "most", "always", "again", "together", "alone", "not", "too", "high",
          "quite", "still", "fully", "half", "side by side", "upside down", "all over", "so",
          "super", "face to face", "hand in hand", "one by one", "far away");
  private static final Set<String> PICTURES =
      Set.of(
          "painting", "picture", "photo", "photograph", "illustration", "drawing", "scene",
          "landscape", "scenery", "portrait", "image", "sketch", "poster", "artwork", "wallpaper",
          "moment", "print", "close-up", "art", "snapshot", "cover", "sticker", "icon", "logo",
          "concept art", "animation", "cartoon", "comic", "watercolor", "view");
  private static final Set<String> QUALITIES =
      Set.of(
          "style", "mood", "atmosphere", "feel", "background", "light", "lighting", "hair", "tone",
          "tones", "vibe", "colors", "palette", "texture", "eyes", "expression", "look", "touch",
          "aesthetic", "theme", "composition", "technique", "quality", "pattern");
  private static final Set<String> TRAITS =
      Set.of(
          "hair", "eyes", "ears", "tail", "wings", "legs", "face", "nose", "mouth", "lips", "skin",
          "fur", "horns", "neck", "smile", "expression", "color", "colors", "light", "height",
          "mane", "feathers", "beard", "eyelashes", "cheeks", "hand", "head", "arms", "body");
  private static final Set<String> MANY_ALREADY =
      Set.of(
          "people", "men", "women", "children", "feet", "teeth", "wolves", "leaves", "mice",
          "geese", "sheep", "deer", "fish", "police", "koi carp", "hanbok", "salmon", "jellyfish", "water", "light",
          "snow", "fog", "mist", "smoke", "steam", "sand", "love", "sunlight", "sunshine",
          "moonlight", "starlight", "food", "grass", "furniture", "hair", "rain", "dust", "gold",
          "silver", "money", "trash", "fire", "magic", "coffee", "tea", "milk", "honey", "bread",
          "rice", "fruit", "laughter", "wind", "ice", "ivy", "moss", "seaweed", "lightning",
          "thunder", "happiness", "hope", "joy", "sadness", "shade", "lava", "bamboo", "lavender",
          "candlelight", "darkness", "mystery", "meat", "air", "traffic", "neon", "jewelry",
          "clothes", "glass", "kimchi", "bibimbap", "tteokbokki");
  private static final List<List<String>> IRREGULAR =
      List.of(
          List.of("woman", "women"),
          List.of("man", "men"),
          List.of("child", "children"),
          List.of("person", "people"),
          List.of("foot", "feet"),
          List.of("wolf", "wolves"),
          List.of("leaf", "leaves"),
          List.of("mouse", "mice"),
          List.of("fairy", "fairies"),
          List.of("goose", "geese"));

  private English() {}

  static boolean isNumber(String words) {
    return NUMBERS.contains(words);
  }

  static boolean isAdverb(String words) {
    return ADVERBS.contains(words) || (words.endsWith("ly") && !words.endsWith("lovely"));
  }

  static boolean isPicture(String words) {
    return PICTURES.contains(words) || PICTURES.contains(lastWord(words));
  }

  /// A thing one says `with` of: `girl with red eyes`, `in` for style.
  static boolean isQuality(String words) {
    return QUALITIES.contains(lastWord(words));
  }

  static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }

  /// Verbs whose object comes in numbers: `full of stars`.
  static boolean isOfMany(String verb) {
    return verb.startsWith("full of") || verb.startsWith("with many") || verb.startsWith("without");
  }

  /// What a figure has rather than what it is: 머리가 긴 소녀 is `girl with long hair`.
  static boolean isTrait(String words) {
    return TRAITS.contains(lastWord(words));
  }

  /// Says what a thing is like, rather than where it is: belongs to the next noun at once.
  static boolean isAttribute(String relation) {
    return isParticiple(relation)
        || relation.startsWith("like ")
        || relation.startsWith("with ")
        || relation.startsWith("made of ")
        || relation.startsWith("full of ");
  }

  static boolean startsWithPreposition(String words) {
    int space = words.indexOf(' ');
    return space > 0 && PREPOSITIONS.contains(words.substring(0, space));
  }

  static boolean isParticiple(String words) {
    String first = firstWord(words);
    return first.length() > 4 && (first.endsWith("ing") || first.endsWith("ed"));
  }

  /// `standing alone`, `flying in the sky`: too long to stand before a noun.
  static boolean isLongParticiple(String words) {
    return isParticiple(words) && words.indexOf(' ') > 0;
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
    return PREPOSITIONS.contains(lastWord(bare)) && bare.indexOf(' ') > 0
        ? bare.substring(0, bare.lastIndexOf(' '))
        : bare;
  }

  static String plural(String words) {
    for (List<String> pair : IRREGULAR) {
      if (words.endsWith(pair.getFirst())) {
        return words.substring(0, words.length() - pair.getFirst().length()) + pair.getLast();
      }
    }
    if (words.isEmpty() || MANY_ALREADY.contains(words) || MANY_ALREADY.contains(lastWord(words))) {
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
