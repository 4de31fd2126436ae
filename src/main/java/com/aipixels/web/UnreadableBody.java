package com.aipixels.web;

import com.aipixels.look.Term;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Why a JSON body could not be read, as the field and its rule.
final class UnreadableBody {

  private UnreadableBody() {}

  static Problem problem(HttpMessageNotReadableException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      if (cause instanceof InputCoercionException) {
        return new Problem(ProblemCode.VALIDATION_FAILED, "A number in the body is out of range.");
      }
      if (cause instanceof UnrecognizedPropertyException unknown) {
        return Problem.invalid(path(unknown), "is not a field of this request");
      }
      if (cause instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
        return Problem.invalid(path(mismatch), rule(mismatch.getTargetType()));
      }
    }
    return new Problem(ProblemCode.VALIDATION_FAILED, "The body must be one JSON object.");
  }

  /// What a value of this type looks like.
  static String rule(@Nullable Class<?> type) {
    if (type == null) {
      return "is not of the right type";
    }
    Object[] constants = type.getEnumConstants();
    if (constants instanceof Term[] terms) {
      return Arrays.stream(terms)
          .map(Term::value)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
      return "must be a whole number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "must be true or false";
    }
    if (List.class.isAssignableFrom(type)) {
      return "must be a list";
    }
    return type == String.class ? "must be text" : "is not of the right type";
  }

  private static String path(JacksonException e) {
    return e.getPath().stream()
        .map(reference ->
            reference.getPropertyName() == null
                ? "[" + reference.getIndex() + "]"
                : reference.getPropertyName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }
}
