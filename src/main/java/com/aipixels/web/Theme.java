package com.aipixels.web;

import com.aipixels.look.Term;

/// Light or dark pages.
public enum Theme implements Term {
  SYSTEM("system"),
  LIGHT("light"),
  DARK("dark");

  private final String value;

  Theme(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
