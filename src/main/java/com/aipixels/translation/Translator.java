package com.aipixels.translation;

/// Turns a prompt into English for engines that understand little else. Never fails: what it cannot
/// translate it leaves.
public interface Translator {

  /// As it is written in the settings, such as `glossary`.
  String name();

  /// The prompt in English, or the same text where there is nothing to translate (no Hangul).
  String translate(String prompt);
}
