package com.aipixels.gallery;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ko.POS;

/// Hangul as it stands written, for what the analysis misreads.
final class Surfaces {

  private static final Pattern HANGUL = Pattern.compile("[가-힣]{1,30}");

  private static final Pattern PARTICLE =
      Pattern.compile("(.+?)(이?가|[은는이을를의에도와과로만]|에서|에게|으로|이?랑|까지|부터|처럼)");

  private Surfaces() {}

  /// @param isNoun whether the dictionary knows it as one
  static List<String> of(String run, List<SearchToken> tokens, Predicate<String> isNoun) {
    if (!HANGUL.matcher(run).matches()) {
      return List.of();
    }
    int bare = Math.min(lengthOfNouns(tokens), run.length());
    String written = bare > 0 ? run.substring(0, bare) : run;
    Matcher particle = PARTICLE.matcher(written);
    return particle.matches() && isDoubtful(written, tokens, isNoun.test(particle.group(1)))
        ? List.of(written, particle.group(1))
        : List.of(written);
  }

  /// Whether what ends like a particle may be one: 용이 passes for a name, 나무의 for 나 and 무의.
  private static boolean isDoubtful(String run, List<SearchToken> tokens, boolean isNounBefore) {
    if (tokens.stream().allMatch(Surfaces::saysNothing)) {
      return true;
    }
    SearchToken first = tokens.getFirst();
    boolean isOneNoun = first.form().equals(run) && !first.isCompound();
    return isOneNoun ? first.tag() == POS.Tag.NNP : isNounBefore;
  }

  private static boolean saysNothing(SearchToken token) {
    return token.wordClass() == WordClass.NONE || token.wordClass() == WordClass.LIGHT;
  }

  /// Up to where nothing but nouns stands, from the beginning of the run; 0 where a verb comes.
  private static int lengthOfNouns(List<SearchToken> tokens) {
    int start = tokens.isEmpty() ? 0 : tokens.getFirst().start();
    int end = start;
    for (SearchToken token : tokens) {
      if (token.wordClass() == WordClass.VERB || token.isFused()) {
        return 0;
      }
      if (token.wordClass() != WordClass.NONE) {
        end = Math.max(end, token.end());
      }
    }
    return end - start;
  }
}
