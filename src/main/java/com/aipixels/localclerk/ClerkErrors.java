package com.aipixels.localclerk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of Clerk's refusals.
record ClerkErrors(List<ClerkError> errors, @JsonProperty("clerk_trace_id") String clerkTraceId) {

  record ClerkError(
      String message,
      @JsonProperty("long_message") String longMessage,
      String code,
      Map<String, String> meta) {}

  static ClerkErrors of(String code, String sentence, @Nullable String parameter) {
    Map<String, String> meta = parameter == null ? Map.of() : Map.of("param_name", parameter);
    return new ClerkErrors(List.of(new ClerkError(sentence, sentence, code, meta)), "local");
  }
}
