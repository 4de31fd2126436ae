package com.aipixels.translation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// Takes Korean apart with Lucene's Nori. A tokenizer serves one thread, so each text gets its own;
/// the dictionaries behind it are shared.
final class Morphemes {

  private final @Nullable UserDictionary words;

  /// Words the analysis keeps whole, where it would read 바다 as a particle after 바.
  Morphemes(List<String> nouns) {
    try {
      words = UserDictionary.open(new StringReader(String.join("\n", nouns)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Morpheme> of(String korean) {
    List<Morpheme> morphemes = new ArrayList<>();
    try (KoreanTokenizer tokens =
        new KoreanTokenizer(
            TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
            words,
            DecompoundMode.DISCARD,
            false,
            false)) {
      tokens.setReader(new StringReader(korean));
      CharTermAttribute form = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute span = tokens.addAttribute(OffsetAttribute.class);
      PartOfSpeechAttribute speech = tokens.addAttribute(PartOfSpeechAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        POS.Tag tag = speech.getLeftPOS();
        if (tag != null && tag != POS.Tag.SP) {
          morphemes.add(new Morpheme(form.toString(), tag, span.startOffset(), span.endOffset()));
        }
      }
      return morphemes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
