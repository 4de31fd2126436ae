package com.aipixels.problems;

/// One field of the input and the rule it breaks; `message` reads on from the field's name ("must
/// be …").
public record FieldError(String field, String message) {

  String sentence() {
    return field + " " + message + ".";
  }
}
