package com.aipixels.community;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a text may name somebody: an `@` and what follows it. Korean goes on without a space, and
/// a name may itself be Korean: `@minji님`, `@민지가`.
public final class MentionSpots {

  private static final Pattern SPOT =
      Pattern.compile("(?<![\\p{L}\\p{N}_.@/-])@([A-Za-z0-9_.가-힣ㄱ-ㅎㅏ-ㅣ-]{1,64})");

  /// What may follow a Korean name: a title, a particle, or both.
  private static final Pattern AFTER_KOREAN =
      Pattern.compile(
          "(?:님|씨)?(?:이|가|은|는|을|를|의|도|만|과|와|랑|이랑|하고|에게|에게서|한테|께|께서|아|야"
              + "|처럼|보다|부터|까지|이에요|예요|입니다)?[.-]*");

  private MentionSpots() {}

  /// One such place.
  ///
  /// @param at where the `@` stands
  /// @param names what may be meant, the longest first
  public record Spot(int at, List<String> names) {}

  public static List<Spot> in(String text) {
    List<Spot> spots = new ArrayList<>();
    Matcher spot = SPOT.matcher(text);
    while (spot.find()) {
      spots.add(new Spot(spot.start(), names(spot.group(1))));
    }
    return spots;
  }

  private static List<String> names(String word) {
    List<String> names = new ArrayList<>();
    for (int length = word.length(); length > 0; length--) {
      if (endsAt(word, length)) {
        names.add(word.substring(0, length));
      }
    }
    return names;
  }

  private static boolean endsAt(String word, int length) {
    String rest = word.substring(length);
    if (rest.isEmpty() || rest.matches("[.-]+")) {
      return true;
    }
    return isKorean(word.charAt(length - 1))
        ? AFTER_KOREAN.matcher(rest).matches()
        : isKorean(rest.charAt(0));
  }

  private static boolean isKorean(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
  }
}
