package com.aipixels.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Which misbehaviour applies to which request: `fake-429` in a prompt always, `fake-once-429` for
/// the first request that the word concerns, and the same words without `fake-` in the knobs for
/// whatever prompt comes.
final class MagicWords {

  private static final Pattern WORD = Pattern.compile("(?<![\\w-])fake-([a-z0-9-]+)");

  private final FakeKnobs knobs;
  private final Set<String> spent = ConcurrentHashMap.newKeySet();

  MagicWords(FakeKnobs knobs) {
    this.knobs = knobs;
  }

  /// @param key what counts as the same request for `once`
  boolean say(String word, String prompt, String key) {
    var inPrompt = WORD.matcher(prompt).results().map(found -> found.group(1)).toList();
    return inPrompt.contains(word)
        || knobs.words.contains(word)
        || (inPrompt.contains("once-" + word) && spent.add(key + " " + word))
        || takeFromKnobs("once-" + word);
  }

  private synchronized boolean takeFromKnobs(String word) {
    List<String> left = new ArrayList<>(knobs.words);
    boolean taken = left.remove(word);
    if (taken) {
      knobs.words = left;
    }
    return taken;
  }
}
