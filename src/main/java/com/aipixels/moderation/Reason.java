package com.aipixels.moderation;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// Why something is reported. The two gravest go before everything else: each hour that they are
/// seen does harm, and the law asks for their removal without delay.
public enum Reason implements Term {
  ILLEGAL_FILMING("illegal_filming", 900),
  MINORS("minors", 900),
  SEXUAL("sexual", 60),
  HATE("hate", 50),
  DEFAMATION("defamation", 40),
  COPYRIGHT("copyright", 30),
  SPAM("spam", 20),
  OTHER("other", 10);

  private final String value;
  private final int weight;

  Reason(String value, int weight) {
    this.value = value;
    this.weight = weight;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }

  /// Steps of ten leave room for the number of reports between two reasons.
  int weight() {
    return weight;
  }

  /// Whether what is deleted for it goes at once.
  boolean isGrave() {
    return this == ILLEGAL_FILMING || this == MINORS;
  }
}
