package com.aipixels.translation;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/// Translates picture words with a glossary and a little grammar, on this machine and without a
/// model. Parts keep their order; within a part words are put as English has them.
@Component
@ConditionalOnProperty(
    name = TranslatorChoice.SETTING,
    havingValue = GlossaryTranslator.NAME,
    matchIfMissing = true)
final class GlossaryTranslator implements Translator {

  static final String NAME = "glossary";

  /// A particle that belongs to a word which is not Korean: `cyberpunk의`, `"HELLO"라고`.
  private static final Pattern FOREIGN_PARTICLE =
      Pattern.compile("(?:(와|과|랑|하고)|이?라고|이?라는|에서|으로|[은는이가을를의에로도])(?= |$)");

  private static final int SLACK = 200;

  private final Glossary glossary;
  private final Morphemes morphemes;

  GlossaryTranslator(TranslationSettings settings) {
    GlossaryFile bundled = GlossaryFile.read(new ClassPathResource("translation/glossary.txt"));
    glossary =
        new Glossary(
            settings.glossary() == null
                ? List.of(bundled)
                : List.of(bundled, GlossaryFile.read(new FileSystemResource(settings.glossary()))));
    morphemes = new Morphemes(glossary.wholeNouns());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String translate(String prompt) {
    if (!Hangul.isPresent(prompt)) {
      return prompt;
    }
    StringBuilder english = new StringBuilder(prompt.length() * 2);
    int read = 0;
    for (Passage passage : Passages.of(prompt, glossary::isCounter)) {
      read += passage.text().length();
      String said = passage.korean() ? said(passage.text(), english) : passage.text();
      boolean fits = english.length() + said.length() <= 4 * read + SLACK - 2;
      append(english, fits ? said : passage.text());
    }
    return english.toString().isBlank() ? prompt : english.toString();
  }

  private String said(String korean, CharSequence before) {
    String whole = Normalizer.normalize(korean, Normalizer.Form.NFC);
    String link = "";
    if (!before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1))) {
      Matcher particle = FOREIGN_PARTICLE.matcher(whole);
      if (particle.lookingAt()) {
        link = particle.group(1) == null ? "" : "and";
        whole = whole.substring(particle.end());
      }
    }
    String rest = Composition.of(Reading.of(glossary, new Piece(whole, morphemes.of(whole))));
    String lead = whole.startsWith(" ") && !rest.isEmpty() ? " " : "";
    return link.isEmpty() ? lead + rest : " " + link + " " + rest;
  }

  /// Keeps English apart from a word or number that Korean was written against.
  private static void append(StringBuilder english, String next) {
    if (!english.isEmpty()
        && !next.isEmpty()
        && isWord(english.charAt(english.length() - 1))
        && isWord(next.charAt(0))) {
      english.append(' ');
    }
    english.append(next);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
