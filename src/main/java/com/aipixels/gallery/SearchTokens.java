package com.aipixels.gallery;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ko.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Lucene's Nori with its dictionary, and Krovetz's stemmer for English, which keeps `animal` and
/// `animation` apart. Hangul passes the English filters as it is.
final class SearchTokens {

  /// No word that anybody searches for is longer, and PostgreSQL takes none above 2046 bytes.
  private static final int LONGEST = 100;

  private SearchTokens() {}

  /// A tokenizer serves one thread, so each text gets its own; the dictionaries behind it are
  /// shared, and read when the first text comes.
  static List<SearchToken> of(String text) {
    KoreanTokenizer nori =
        new KoreanTokenizer(
            TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.MIXED, false, true);
    nori.setReader(new StringReader(text));
    try (TokenStream tokens = inEnglish(nori)) {
      return read(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TokenStream inEnglish(TokenStream tokens) {
    TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
    return new KStemFilter(new StopFilter(plain, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
  }

  private static List<SearchToken> read(TokenStream tokens) throws IOException {
    CharTermAttribute form = tokens.addAttribute(CharTermAttribute.class);
    OffsetAttribute span = tokens.addAttribute(OffsetAttribute.class);
    PartOfSpeechAttribute speech = tokens.addAttribute(PartOfSpeechAttribute.class);
    ReadingAttribute reading = tokens.addAttribute(ReadingAttribute.class);
    List<SearchToken> all = new ArrayList<>();
    tokens.reset();
    while (tokens.incrementToken()) {
      if (form.length() <= LONGEST) {
        POS.Tag tag = speech.getLeftPOS();
        all.add(
            new SearchToken(
                form.toString(),
                tag,
                speech.getPOSType(),
                tag == POS.Tag.SL ? Inflection.baseOf(form.toString()) : reading.getReading(),
                span.startOffset(),
                span.endOffset()));
      }
    }
    return all;
  }
}
