package com.aipixels.browser;

/// What a browser is set to.
enum Tongue {
  KOREAN("ko-KR"),
  ENGLISH("en-GB");

  private final String locale;

  Tongue(String locale) {
    this.locale = locale;
  }

  String locale() {
    return locale;
  }
}
