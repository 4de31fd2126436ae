package com.aipixels.web;

import com.aipixels.look.Term;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages of the pages, the first one first.
public enum Language implements Term {
  KOREAN("ko", Locale.KOREAN),
  ENGLISH("en", Locale.ENGLISH);

  /// Where a browser keeps the language its reader has chosen.
  static final String COOKIE = "lang";

  private final String value;
  private final Locale locale;

  Language(String value, Locale locale) {
    this.value = value;
    this.locale = locale;
  }

  /// As in the `lang` attribute.
  @Override
  public String value() {
    return value;
  }

  Locale locale() {
    return locale;
  }

  /// What its reader has chosen, else what the browser prefers, else Korean.
  static Language of(HttpServletRequest request) {
    return Stream.concat(chosen(request), preferred(request))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(KOREAN);
  }

  private static Stream<Optional<Language>> chosen(HttpServletRequest request) {
    return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(cookie -> Term.of(Language.class, cookie.getValue()));
  }

  private static Stream<Optional<Language>> preferred(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .map(locale -> Term.of(Language.class, locale.getLanguage()));
  }
}
