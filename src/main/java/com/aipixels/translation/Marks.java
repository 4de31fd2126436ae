package com.aipixels.translation;

import com.aipixels.translation.Word.Role;

/// Gives the noun in hand the role that its particle says.
final class Marks {

  private final Sentence sentence;
  private final Clause clause;
  private final Prelude prelude;
  private final NounInHand noun;

  Marks(Sentence sentence) {
    this.sentence = sentence;
    clause = sentence.clause();
    prelude = sentence.prelude();
    noun = sentence.noun();
  }

  void add(Role role, boolean afterCounter) {
    switch (role) {
      case PLURAL -> noun.pluralize();
      case AND -> noun.and();
      case OF -> {
        if (!noun.isPresent()) {
          prelude.after(clause.takePlaces());
        } else if (!afterCounter) {
          noun.own();
        }
      }
      default -> {
        NounPhrase taken = noun.take();
        if (taken != null) {
          mark(role, taken);
        }
      }
    }
  }

  private void mark(Role role, NounPhrase marked) {
    switch (role) {
      case SUBJECT -> subject(marked);
      case OBJECT -> clause.object(marked);
      case PLACE -> clause.place(marked.entered());
      case WAY -> clause.place(marked.asWay());
      case LIKE -> clause.place("like " + marked.text());
      case TOGETHER -> clause.place("with " + marked.text());
      case TO -> clause.place(marked.after("to"));
      case FROM -> clause.place(marked.after("from"));
      case OF, AND, PLURAL -> throw new IllegalArgumentException(role + " takes no noun");
    }
  }

  private void subject(NounPhrase marked) {
    NounPhrase earlier = clause.takeSubject();
    if (earlier != null) {
      sentence.part(earlier.text());
    }
    clause.subject(marked);
  }
}
