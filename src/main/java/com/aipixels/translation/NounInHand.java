package com.aipixels.translation;

import com.aipixels.translation.Word.Thing;
import org.jspecify.annotations.Nullable;

/// The noun being said, with those it is joined to, until a particle or a verb takes it.
final class NounInHand {

  private static final String AND = " and ";

  private final Prelude prelude;
  private String joined = "";
  private String joinedAfter = "";
  private @Nullable NounPhrase noun;

  NounInHand(Prelude prelude) {
    this.prelude = prelude;
  }

  boolean isPresent() {
    return noun != null;
  }

  /// Whether the next noun would make a compound with this one, or says nothing beside it.
  boolean isJoinedBy(Thing thing) {
    return noun != null && (!prelude.isQualified() || thing.english().isEmpty());
  }

  void join(Thing thing) {
    if (noun != null && !thing.english().isEmpty()) {
      noun = noun.joined(thing);
    }
  }

  void begin(Thing thing) {
    noun = prelude.lead(thing);
  }

  /// `two`, or `two cups of`, of this noun or else of the one to come.
  void count(String counter) {
    String number = prelude.takeNumber();
    boolean counts = counter.equals("*");
    String said = counts ? number : English.measure(number, counter);
    if (noun != null) {
      boolean many = counts && !English.isOne(number);
      noun = (many ? noun.plural() : noun).with(said, "");
    } else if (counts) {
      prelude.amount(number);
    } else {
      prelude.before(said);
    }
  }

  void pluralize() {
    noun = noun == null ? null : noun.plural();
  }

  /// The noun is whose the next one is.
  void own() {
    NounPhrase taken = take();
    if (taken != null) {
      prelude.own(taken);
    }
  }

  /// Keeps the noun for `… and …`; what follows it will follow both.
  void and() {
    if (noun != null) {
      joined += NounPhrase.join(noun.before(), noun.head()) + AND;
      joinedAfter = NounPhrase.join(joinedAfter, noun.after());
      noun = null;
    }
  }

  /// What was joined by 와 to a verb and not to a noun: 용과 싸우는.
  String takeCompany() {
    if (noun != null || joined.isEmpty()) {
      return "";
    }
    return "with " + takeJoined();
  }

  String takeJoined() {
    String said = joined.isEmpty() ? "" : joined.substring(0, joined.length() - AND.length());
    String all = NounPhrase.join(said, joinedAfter);
    joined = "";
    joinedAfter = "";
    return all;
  }

  /// What says when by itself: 눈 오는 날.
  String takeDay() {
    NounPhrase day = noun != null && noun.isDay() ? take() : null;
    return day == null ? "" : day.entered();
  }

  @Nullable NounPhrase take() {
    NounPhrase taken = noun;
    noun = null;
    if (taken != null && !joined.isEmpty()) {
      taken = taken.with(joined.strip(), joinedAfter);
      joined = "";
      joinedAfter = "";
    }
    return taken;
  }
}
