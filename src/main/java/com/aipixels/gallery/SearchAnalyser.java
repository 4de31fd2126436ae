package com.aipixels.gallery;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Takes a text apart into what it is found by, the same way for pictures and for what is searched.
@Component
class SearchAnalyser {

  /// To be raised with every change of what comes out; pictures are then analysed anew.
  static final int VERSION = 2;

  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /// `cat's` is a cat.
  private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\p{L})['’]s\\b");

  private final Compounds compounds;

  SearchAnalyser(Compounds compounds) {
    this.compounds = compounds;
  }

  /// Reads the dictionaries, which takes half a second, before somebody waits for it.
  void warmUp() {
    runs("바다 sea");
  }

  List<SearchRun> runs(String text) {
    String plain =
        POSSESSIVE
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    List<SearchToken> tokens = SearchTokens.of(plain);
    List<SearchRun> runs = new ArrayList<>();
    int next = 0;
    for (MatchResult run : RUN.matcher(plain).results().toList()) {
      // What stands between two runs, such as an emoji, is a token too and belongs to neither.
      int from = endOfStartsBefore(run.start(), tokens, next);
      next = endOfStartsBefore(run.end(), tokens, from);
      List<SearchToken> inside = tokens.subList(from, next);
      runs.add(new SearchRun(words(inside), Surfaces.of(run.group(), inside, compounds::isNoun)));
    }
    return runs;
  }

  private static int endOfStartsBefore(int place, List<SearchToken> tokens, int from) {
    int end = from;
    while (end < tokens.size() && tokens.get(end).start() < place) {
      end++;
    }
    return end;
  }

  private List<SearchWord> words(List<SearchToken> tokens) {
    List<SearchWord> words = new ArrayList<>();
    int next = 0;
    while (next < tokens.size()) {
      SearchToken token = tokens.get(next);
      int end = token.isCompound() ? endOfParts(tokens, next) : next + 1;
      if (!token.isFused() && token.wordClass() != WordClass.NONE) {
        words.add(word(token, tokens.subList(next + 1, end)));
      }
      next = end;
    }
    return words;
  }

  private SearchWord word(SearchToken token, List<SearchToken> parts) {
    if (token.wordClass() == WordClass.VERB) {
      return SearchWord.simple(token.form() + "다");
    }
    List<SearchWord> pieces =
        parts.isEmpty() && token.isNoun()
            ? compounds.pieces(token.form())
            : parts.stream().map(compounds::part).toList();
    return new SearchWord(
        token.form(), token.otherForm(), token.wordClass() == WordClass.LIGHT, pieces);
  }

  private static int endOfParts(List<SearchToken> tokens, int compound) {
    int end = compound + 1;
    while (end < tokens.size() && tokens.get(end).isInside(tokens.get(compound))) {
      end++;
    }
    return end;
  }
}
