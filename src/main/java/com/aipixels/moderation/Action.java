package com.aipixels.moderation;

import com.aipixels.look.Term;
import com.fasterxml.jackson.annotation.JsonValue;

/// What can stand in the audit trail.
public enum Action implements Term {
  /// Nothing is wrong with it.
  DISMISS("dismiss"),
  /// Nobody but its owner sees it any more.
  HIDE("hide"),
  /// Hidden, and deleted when the time to appeal is over; at once for the gravest reasons.
  DELETE("delete"),
  /// Its owner may only read for a while; it is hidden.
  SUSPEND("suspend"),
  /// Hidden for a while because somebody asserts a right in it.
  RIGHTS_BLOCK("rights-block"),
  /// An appeal was in vain.
  UPHOLD("uphold"),
  /// An appeal was right.
  REVERSE("reverse"),
  /// A block was ended before its time.
  LIFT("lift"),
  /// A block ended by itself.
  EXPIRE("expire");

  private final String value;

  Action(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }

  /// Whether it does something to somebody that they can appeal against.
  boolean isAppealable() {
    return this == HIDE || this == DELETE || this == SUSPEND || this == RIGHTS_BLOCK;
  }
}
