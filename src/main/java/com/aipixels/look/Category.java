package com.aipixels.look;

import com.fasterxml.jackson.annotation.JsonValue;

/// What a picture shows.
public enum Category implements Term {
  PORTRAIT("portrait"),
  LANDSCAPE("landscape"),
  CHARACTER("character"),
  ABSTRACT("abstract"),
  ANIMAL("animal"),
  ARCHITECTURE("architecture"),
  FOOD("food"),
  FASHION("fashion"),
  OTHER("other");

  private final String value;

  Category(String value) {
    this.value = value;
  }

  @Override
  @JsonValue
  public String value() {
    return value;
  }
}
