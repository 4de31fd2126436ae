package com.aipixels.translation;

/// What one Korean word does in an English sentence.
sealed interface Word {

  /// A noun, or a name, which takes no article and is not `known`.
  record Thing(String english, String place, boolean known) implements Word {}

  /// Stands before a noun, or before a verb where it is an adverb.
  record Modifier(String english) implements Word {}

  record Action(String english, Form form) implements Word {}

  record Amount(String english) implements Word {}

  /// Counts, or with more than `*` qualifies: `*-year-old`.
  record Counter(String english) implements Word {}

  /// Governs the noun before it: `beside _`.
  record Relation(String english) implements Word {}

  /// Needs nothing: `at dusk`.
  record Setting(String english) implements Word {}

  record Mark(Role role) implements Word {}

  /// How a verb goes on: 앉은 사람, 앉아서, 앉았다.
  enum Form {
    BEFORE_NOUN,
    LINKING,
    FINAL
  }

  /// What a particle makes of the noun before it.
  enum Role {
    SUBJECT,
    OBJECT,
    OF,
    AND,
    TOGETHER,
    PLACE,
    WAY,
    LIKE,
    TO,
    FROM,
    PLURAL
  }
}
