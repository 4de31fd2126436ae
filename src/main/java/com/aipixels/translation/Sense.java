package com.aipixels.translation;

import java.util.Set;

/// One meaning of a Korean word or set phrase.
///
/// @param english may hold one `_`, where what the word governs is put: `holding _`, `beside _`
/// @param place how a noun is entered (`on the`, `at`), empty where the file says nothing
/// @param context Korean words of which one must stand near, empty for the meaning without them
record Sense(Kind kind, String english, String place, Set<String> context) {

  /// What a word does to its neighbours; the file says it by the marks described in its head.
  enum Kind {
    NOUN,
    STEM,
    MODIFIER,
    NUMBER,
    COUNTER,
    RELATION,
    SETTING
  }
}
