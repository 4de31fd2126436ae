package com.aipixels.painter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what a prompt names, in Korean and English, with the numbers, sizes and colours given.
final class Words {

  /// One thing named: a figure, or a `Motif` by its name; count 0 where no number was said.
  record Said(String name, int count, double scale, @Nullable Lab color) {

    Said with(Said other) {
      return new Said(
          name,
          Math.max(count, other.count),
          scale != 1 ? scale : other.scale,
          color != null ? color : other.color);
    }
  }

  private static final Pattern TOKEN = Pattern.compile("[가-힣]+|[a-z]+|[0-9]{1,2}");
  private static final Set<String> PARTICLES =
      Set.of(
          "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "으로", "에서", "에게", "처럼",
          "같은", "들", "들이", "들은", "들을", "들의", "들과", "이랑", "랑", "하고", "위", "위의", "위에", "속", "속의",
          "속에", "아래", "밑", "가의", "한", "인", "이다", "입니다", "오는", "내리는", "까지", "부터");
  private static final Set<String> COUNTERS =
      Set.of("마리", "명", "척", "그루", "송이", "개", "대", "채", "사람", "잔", "권", "마리의", "명의", "개의");

  private final Map<String, List<String>> stems = new HashMap<>();
  private final List<String> longStems;
  private final Map<String, Lab> colors = new HashMap<>();
  private final Map<String, Double> sizes = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Words(Figures figures) {
    figures.words().forEach(this::learn);
    for (String line : Text.lines("motifs.txt")) {
      String[] sides = line.split("=", 2);
      String[] head = sides[0].strip().split(" ", -1);
      switch (head[0]) {
        case "color" -> {
          Lab color = Lab.of(number(head[1]), number(head[2]), number(head[3]));
          each(sides[1], word -> colors.put(word, color));
        }
        case "size" -> each(sides[1], word -> sizes.put(word, number(head[1])));
        case "count" -> each(sides[1], word -> counts.put(word, Integer.parseInt(head[1])));
        default -> learn(head[0], sides[1]);
      }
    }
    longStems =
        stems.keySet().stream()
            .filter(stem -> stem.length() > 1 && hangul(stem))
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .toList();
  }

  /// Everything named, in the order of first mention.
  SequencedMap<String, Said> read(List<String> texts) {
    SequencedMap<String, Said> all = new LinkedHashMap<>();
    for (String text : new LinkedHashSet<>(texts)) {
      for (Said said : read(text)) {
        all.merge(said.name(), said, Said::with);
      }
    }
    return all;
  }

  private List<Said> read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    List<String> tokens = TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    List<Said> said = new ArrayList<>();
    Set<Integer> nouns = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (hangul(token) && i > 0 && measure(tokens.get(i - 1), token)) {
        continue;
      }
      if (hangul(token)) {
        for (String name : korean(token)) {
          if (name.equals("SNOW") && i + 1 < tokens.size() && lying(tokens.get(i + 1))) {
            said.add(new Said("WINTER", 0, 1, null));
          } else if (!(name.equals("SNOW") && eyes(tokens, i))) {
            said.add(describe(name, tokens, i, 1, nouns));
          }
        }
      } else {
        for (int length = Math.min(3, tokens.size() - i); length > 0; length--) {
          String phrase = String.join(" ", tokens.subList(i, i + length));
          List<String> names = english(phrase);
          if (!names.isEmpty()) {
            for (String name : names) {
              said.add(describe(name, tokens, i, length, nouns));
            }
            i += length - 1;
            break;
          }
        }
      }
    }
    return said;
  }

  private List<String> korean(String token) {
    List<String> names = new ArrayList<>();
    StringBuilder rest = new StringBuilder(token);
    for (String stem : longStems) {
      int at = rest.indexOf(stem);
      if (at >= 0) {
        names.addAll(stems.getOrDefault(stem, List.of()));
        rest.replace(at, at + stem.length(), "·".repeat(stem.length()));
      }
    }
    String first = token.substring(0, 1);
    List<String> single = stems.get(first);
    String tail = token.substring(1);
    if (names.isEmpty() && single != null && (tail.isEmpty() || PARTICLES.contains(tail))) {
      names.addAll(single);
    }
    return names;
  }

  private List<String> english(String phrase) {
    for (String ending : List.of("", "s", "es")) {
      if (phrase.endsWith(ending)) {
        String word = phrase.substring(0, phrase.length() - ending.length());
        if (stems.containsKey(word)) {
          return stems.getOrDefault(word, List.of());
        }
      }
    }
    return phrase.endsWith("ies")
        ? english(phrase.substring(0, phrase.length() - 3) + "y")
        : List.of();
  }

  private Said describe(String name, List<String> tokens, int at, int length, Set<Integer> nouns) {
    int count = plural(tokens.get(at + length - 1)) ? 3 : 0;
    double scale = 1;
    Lab color = null;
    for (int back = at - 1; back >= Math.max(0, at - 3) && !nouns.contains(back); back--) {
      String word = tokens.get(back);
      color = color == null ? colorOf(word) : color;
      scale = scale == 1 ? sizes.getOrDefault(word, 1.0) : scale;
      count = countOf(word, count);
    }
    if (hangul(tokens.get(at)) && at + 1 < tokens.size()) {
      String next = tokens.get(at + 1);
      boolean counted = at + 2 < tokens.size() && counter(tokens.get(at + 2));
      if (counted || counts.getOrDefault(next, 0) > 4) {
        count = countOf(next, count);
      }
    }
    for (int i = at; i < at + length; i++) {
      nouns.add(i);
    }
    return new Said(name, Math.clamp(count, 0, 12), scale, color);
  }

  private int countOf(String word, int otherwise) {
    Integer count = counts.get(word);
    if (count == null && Character.isDigit(word.charAt(0))) {
      count = Integer.valueOf(word);
    }
    return count == null ? otherwise : count;
  }

  private @Nullable Lab colorOf(String word) {
    Lab color = colors.get(word);
    for (int end = word.length() - 1; color == null && end > 1 && hangul(word); end--) {
      color = colors.get(word.substring(0, end));
    }
    return color;
  }

  /// Snow that lies does not fall.
  private static boolean lying(String next) {
    return next.startsWith("덮") || next.startsWith("쌓");
  }

  /// 눈 is snow and eye: whoever's eyes are big or blue is not in the snow.
  private boolean eyes(List<String> tokens, int at) {
    String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
    String before = at > 0 ? tokens.get(at - 1) : "";
    return sizes.containsKey(next)
        || sizes.containsKey(before)
        || (colorOf(before) != null && !before.startsWith("하얀") && !before.startsWith("흰"))
        || next.startsWith("예쁜")
        || next.startsWith("반짝");
  }

  /// As in 세 개: a measure, not a dog.
  private boolean measure(String before, String token) {
    return counts.containsKey(before) && counter(token) && !token.startsWith("사람");
  }

  private static boolean counter(String word) {
    return COUNTERS.contains(word)
        || COUNTERS.stream().anyMatch(c -> c.length() > 1 && word.startsWith(c));
  }

  private static boolean plural(String token) {
    return hangul(token)
        ? token.contains("들") && token.length() > 2
        : token.length() > 3 && token.endsWith("s") && !token.endsWith("ss");
  }

  private void learn(String name, String words) {
    each(words, word -> stems.computeIfAbsent(word, any -> new ArrayList<>()).add(name));
  }

  private static void each(String words, Consumer<String> use) {
    for (String word : words.replace('|', ' ').strip().split("\\s+", -1)) {
      use.accept(word.replace('_', ' '));
    }
  }

  private static boolean hangul(String word) {
    return word.charAt(0) >= '가';
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
