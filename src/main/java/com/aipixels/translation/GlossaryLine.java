package com.aipixels.translation;

import com.aipixels.translation.Sense.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A line of a glossary: `words [context] = english @place`.
///
/// @param keys as they are looked up: no spaces, a stem with its `-`, a counter with its `*`
record GlossaryLine(List<String> keys, Sense sense) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "([^=\\[\\]]+)(?:\\[([^=\\[\\]]*)])?\\s*=\\s*([^=@]+?)\\s*(?:@\\s*([a-z ]+))?");
  private static final Pattern KEY = Pattern.compile("\\*?[가-힣0-9][가-힣0-9 ]*[-~]?");
  private static final Pattern ENGLISH = Pattern.compile("[\\p{IsLatin}0-9 ,.'’&/()*_-]+");
  private static final int LONGEST = 200;

  /// Throws `IllegalArgumentException` with the rule that the line breaks.
  static GlossaryLine of(String line) {
    require(line.length() <= LONGEST, "a line has at most " + LONGEST + " characters");
    Matcher parts = SHAPE.matcher(line);
    require(parts.matches(), "a line reads 'korean = english' or 'korean [context] = english'");
    List<String> written = split(parts.group(1), "\\|");
    String english = parts.group(3);
    require(!written.isEmpty(), "there must be Korean before the '='");
    for (String key : written) {
      require(
          KEY.matcher(key).matches() && key.codePoints().anyMatch(Hangul::isSyllable),
          "'%s' must be Hangul, with '-' after a stem, '~' after a modifier, '*' before a counter"
              .formatted(key));
    }
    require(
        ENGLISH.matcher(english).matches(),
        "'%s' must be English in Latin letters, or '-' for nothing".formatted(english));
    require(english.indexOf('_') == english.lastIndexOf('_'), "English has at most one '_'");
    Set<String> context =
        parts.group(2) == null ? Set.of() : Set.copyOf(split(parts.group(2), "\\s+"));
    require(parts.group(2) == null || !context.isEmpty(), "the brackets must hold Korean words");
    Set<Kind> kinds = written.stream().map(key -> kind(key, english)).collect(Collectors.toSet());
    require(kinds.size() == 1, "words of one line must be of one kind (noun, stem, modifier)");
    return new GlossaryLine(
        written.stream().map(GlossaryLine::lookup).distinct().toList(),
        new Sense(
            kinds.iterator().next(),
            english.equals("-") ? "" : english,
            parts.group(4) == null ? "" : parts.group(4).strip(),
            context));
  }

  private static Kind kind(String key, String english) {
    if (key.startsWith("*")) {
      return Kind.COUNTER;
    }
    if (key.endsWith("-")) {
      return Kind.STEM;
    }
    if (key.endsWith("~")) {
      return English.isNumber(english) ? Kind.NUMBER : Kind.MODIFIER;
    }
    if (english.indexOf('_') >= 0) {
      return Kind.RELATION;
    }
    return English.startsWithPreposition(english) ? Kind.SETTING : Kind.NOUN;
  }

  private static String lookup(String key) {
    String squeezed = key.replace(" ", "");
    return squeezed.endsWith("~") ? squeezed.substring(0, squeezed.length() - 1) : squeezed;
  }

  private static List<String> split(String text, String by) {
    return Arrays.stream(text.split(by))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new IllegalArgumentException(rule);
    }
  }
}
