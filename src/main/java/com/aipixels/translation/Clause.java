package com.aipixels.translation;

import static com.aipixels.translation.NounPhrase.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verb will find said before it: who, whom, where and how.
final class Clause {

  private @Nullable NounPhrase subject;
  private @Nullable NounPhrase object;

  /// In English the last said comes first: `sitting on a bench in the park`.
  private final Deque<String> places = new ArrayDeque<>();

  private final List<String> done = new ArrayList<>();

  void subject(NounPhrase noun) {
    subject = noun;
  }

  void object(NounPhrase noun) {
    object = noun;
  }

  void place(String place) {
    if (!place.isEmpty()) {
      places.push(place);
    }
  }

  boolean hasSubject() {
    return subject != null;
  }

  boolean hasTrait() {
    return subject != null && English.isTrait(subject.head());
  }

  boolean isAboutPlaces() {
    return subject == null && object == null && done.isEmpty();
  }

  boolean isEmpty() {
    return isAboutPlaces() && places.isEmpty();
  }

  /// 머리 긴 소녀: what stood unmarked before the verb does what the verb says.
  void objectIsSubject() {
    if (subject == null) {
      subject = takeObject();
    }
  }

  @Nullable NounPhrase takeSubject() {
    NounPhrase taken = subject;
    subject = null;
    return taken;
  }

  @Nullable NounPhrase takeObject() {
    NounPhrase taken = object;
    object = null;
    return taken;
  }

  String takePlaces() {
    String taken = String.join(" ", places);
    places.clear();
    return taken;
  }

  /// The verb with its object and places, and with what was done before it: `smiling and reading a
  /// book in the park`. The subject stays.
  String predicate(String verb) {
    String said = join(withObject(verb), takePlaces());
    if (!said.isEmpty()) {
      done.add(said);
    }
    String all = String.join(" and ", done);
    done.clear();
    return all;
  }

  /// Keeps what was done for the verb that follows.
  void andThen(String verb) {
    String said = join(withObject(verb), takePlaces());
    if (!said.isEmpty()) {
      done.add(said);
    }
  }

  private String withObject(String verb) {
    NounPhrase filler = takeObject();
    if (filler == null && verb.contains("_") && !English.isParticiple(verb)) {
      filler = takeSubject();
    }
    if (filler == null) {
      return verb.contains("_") ? English.withoutObject(verb) : verb;
    }
    return verb.contains("_")
        ? verb.replace("_", English.isOfMany(verb) ? filler.plural().text() : entered(verb, filler))
        : English.isLongParticiple(verb)
            ? "with " + filler.text() + " " + verb
            : join(verb, filler.text());
  }

  /// `looking at the moon`, yet `holding umbrella`.
  private static String entered(String verb, NounPhrase filler) {
    String governs = verb.substring(0, verb.indexOf('_')).strip();
    return English.isParticiple(verb) && English.isPreposition(English.lastWord(governs))
        ? filler.after("")
        : filler.text();
  }
}
