package com.aipixels.localclerk;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer in Clerk's own form for errors.
final class ClerkRefusal extends RuntimeException {

  private final int status;
  private final ClerkErrors errors;

  ClerkRefusal(int status, String code, String sentence, @Nullable String parameter) {
    super(sentence);
    this.status = status;
    this.errors = ClerkErrors.of(code, sentence, parameter);
  }

  static ClerkRefusal invalid(String parameter, String sentence) {
    return new ClerkRefusal(422, "form_param_value_invalid", sentence, parameter);
  }

  static ClerkRefusal unknownUser(String id) {
    return new ClerkRefusal(
        404, "resource_not_found", "No user was found with id " + id + ".", null);
  }

  /// In JSON, whatever else would have been accepted.
  ResponseEntity<ClerkErrors> answer() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(errors);
  }
}
