package com.aipixels.generation;

/// What a member is told of a failure; the pages have the same in the reader's language.
final class FailureText {

  private FailureText() {}

  static String of(String code) {
    return switch (code) {
      case "blocked" -> "The safety filter stopped this picture. Try other words.";
      case "invalid_input" -> "The engine does not accept this request.";
      case "engine_not_available" -> "The picture engine is not available right now.";
      case "bad_result" -> "The engine's result was not a usable picture.";
      case "deadline_exceeded" -> "The engine took too long.";
      case "cancelled_by_engine" -> "The engine stopped before the picture was finished.";
      default -> "The picture could not be made.";
    };
  }
}
