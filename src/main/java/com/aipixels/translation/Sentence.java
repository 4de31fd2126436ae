package com.aipixels.translation;

import static com.aipixels.translation.NounPhrase.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// English in the making: the parts that are said, and what waits for a noun or a verb.
final class Sentence {

  private final List<String> parts = new ArrayList<>();
  private final Clause clause = new Clause();
  private final Prelude prelude = new Prelude();
  private final NounInHand noun = new NounInHand(prelude);

  Clause clause() {
    return clause;
  }

  Prelude prelude() {
    return prelude;
  }

  NounInHand noun() {
    return noun;
  }

  String text() {
    return String.join(", ", parts);
  }

  /// A noun that nothing took up stands for itself.
  void release() {
    NounPhrase left = noun.take();
    if (left != null) {
      part(join(left.text(), clause.takePlaces()));
    }
  }

  /// Says what is left.
  void end() {
    NounPhrase last = noun.take();
    NounPhrase object = clause.takeObject();
    NounPhrase subject = clause.takeSubject();
    String places = clause.predicate("");
    if (last == null && object == null) {
      part(join(text(subject), places));
    } else {
      part(text(subject));
      part(text(object));
      part(join(text(last), places));
    }
    part(prelude.takeOwner());
    part(prelude.takeScene());
    part(join(noun.takeJoined(), prelude.takeRest()));
  }

  void part(String english) {
    if (!english.isBlank()) {
      parts.add(english.strip());
    }
  }

  private static String text(@Nullable NounPhrase noun) {
    return noun == null ? "" : noun.text();
  }
}
