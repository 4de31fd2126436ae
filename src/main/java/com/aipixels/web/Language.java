package com.aipixels.web;

import com.aipixels.look.Term;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/// The languages of the pages, the first one first.
public enum Language implements Term {
  KOREAN("ko", Locale.KOREAN, "한국어"),
  ENGLISH("en", Locale.ENGLISH, "English");

  private final String value;
  private final Locale locale;
  private final String ownName;

  Language(String value, Locale locale, String ownName) {
    this.value = value;
    this.locale = locale;
    this.ownName = ownName;
  }

  /// As in the `lang` attribute.
  @Override
  public String value() {
    return value;
  }

  /// As its readers call it.
  public String ownName() {
    return ownName;
  }

  Locale locale() {
    return locale;
  }

  /// What its reader has chosen, else what the browser prefers, else Korean.
  static Language of(HttpServletRequest request) {
    return Preference.LANGUAGE.of(request, Language.class).orElseGet(() -> preferred(request));
  }

  private static Language preferred(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> Term.of(Language.class, locale.getLanguage()).stream())
        .findFirst()
        .orElse(KOREAN);
  }
}
