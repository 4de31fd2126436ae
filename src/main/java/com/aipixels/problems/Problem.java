package com.aipixels.problems;

import java.util.List;

/// A refusal that the caller of a request hears as RFC 9457 `application/problem+json` or as a
/// page. The message is written for people and must not contain what the caller may not know.
public final class Problem extends RuntimeException {

  private final ProblemCode code;
  private final List<FieldError> errors;

  public Problem(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  private Problem(ProblemCode code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = errors;
  }

  /// Bad input: every field that breaks a rule, at once.
  public static Problem invalid(List<FieldError> errors) {
    String detail =
        errors.stream().map(FieldError::sentence).reduce((a, b) -> a + " " + b).orElse("");
    return new Problem(ProblemCode.VALIDATION_FAILED, detail, List.copyOf(errors));
  }

  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /// The same words for what never was and for what this viewer may not see.
  public static Problem notFound() {
    return new Problem(ProblemCode.NOT_FOUND, "There is nothing here, or it is not yours to see.");
  }

  /// For what the viewer may see but not change.
  public static Problem forbidden() {
    return new Problem(ProblemCode.FORBIDDEN, "Only its owner may do this.");
  }

  public ProblemCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
