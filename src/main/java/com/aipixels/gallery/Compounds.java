package com.aipixels.gallery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ko.POS;
import org.springframework.stereotype.Component;

/// Takes nouns apart beyond what the dictionary says in one step.
@Component
class Compounds {

  /// Shorter pieces are found by chance: no 개 (dog) in 무지개 (rainbow), no 강 (river) in 강아지.
  private static final int SHORTEST_PIECE = 2;

  /// Few nouns make up most texts.
  private static final int REMEMBERED = 20_000;

  private final LoadingCache<String, List<SearchWord>> pieces =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build(Compounds::split);

  private final LoadingCache<String, SearchWord> nouns =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build(Compounds::within);

  /// A part of a compound, with its own parts: the dictionary does not repeat them inside another.
  SearchWord part(SearchToken token) {
    return nouns.get(token.form());
  }

  /// The two known nouns that a noun falls into which the dictionary has in one piece, the first as
  /// long as can be; empty where there are none.
  List<SearchWord> pieces(String noun) {
    return noun.length() < 2 * SHORTEST_PIECE ? List.of() : pieces.get(noun);
  }

  boolean isNoun(String form) {
    return form.length() >= SHORTEST_PIECE && isKnown(form);
  }

  private static List<SearchWord> split(String noun) {
    return IntStream.rangeClosed(SHORTEST_PIECE, noun.length() - SHORTEST_PIECE)
        .map(i -> noun.length() - i)
        .filter(i -> isKnown(noun.substring(0, i)) && isKnown(noun.substring(i)))
        .boxed()
        .findFirst()
        .map(i -> List.of(within(noun.substring(0, i)), within(noun.substring(i))))
        .orElse(List.of());
  }

  private static SearchWord within(String noun) {
    List<SearchToken> tokens = noun.length() > SHORTEST_PIECE ? SearchTokens.of(noun) : List.of();
    boolean isCompound = spans(tokens, noun) && tokens.getFirst().isCompound();
    Stream<SearchToken> parts = isCompound ? tokens.stream().skip(1) : Stream.empty();
    List<SearchWord> within = parts.map(part -> within(part.form())).toList();
    return new SearchWord(noun, null, false, within);
  }

  private static boolean isKnown(String piece) {
    List<SearchToken> tokens = SearchTokens.of(piece);
    return spans(tokens, piece) && tokens.getFirst().tag() == POS.Tag.NNG;
  }

  private static boolean spans(List<SearchToken> tokens, String noun) {
    return !tokens.isEmpty() && tokens.getFirst().end() == noun.length();
  }
}
