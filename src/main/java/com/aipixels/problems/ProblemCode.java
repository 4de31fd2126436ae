package com.aipixels.problems;

import java.util.Arrays;
import java.util.Locale;

/// The stable codes that clients branch on, each with its one HTTP status.
public enum ProblemCode {
  VALIDATION_FAILED(400, "The request breaks a rule"),
  INVALID_CURSOR(400, "The cursor is not one of ours"),
  UNAUTHENTICATED(401, "Sign in first"),
  INSUFFICIENT_CREDITS(402, "Not enough credits"),
  FORBIDDEN(403, "You may see this but not change it"),
  CROSS_SITE(403, "The request comes from another site"),
  DOWNLOAD_DISABLED(403, "The maker does not offer this picture for download"),
  COMMENTS_DISABLED(403, "The maker does not want comments on this picture"),
  SUSPENDED(403, "You are suspended and can only read for now"),
  LEAVING(403, "Whoever is leaving can only return"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  ALREADY_FINISHED(409, "Already finished"),
  NO_ROOM_LEFT(409, "There is no room left"),
  HELD_BACK(409, "It is held back and cannot be published or changed now"),
  ALREADY_REPORTED(409, "You have reported this before"),
  ALREADY_DECIDED(409, "Somebody has decided this before"),
  ALREADY_APPEALED(409, "There is an appeal against this already"),
  NOT_READY(409, "It is still being made"),
  CONTENT_TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  RANGE_NOT_SATISFIABLE(416, "The file has no such part"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
  ONESELF(422, "This is not done to oneself"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something broke on our side"),
  UNAVAILABLE(503, "The service is not available right now");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /// What is nearest to a status that somebody else has chosen.
  public static ProblemCode of(int status) {
    return Arrays.stream(values())
        .filter(known -> known.status == status)
        .findFirst()
        .orElse(status < 500 ? VALIDATION_FAILED : INTERNAL_ERROR);
  }

  /// As it stands in `code`: `insufficient_credits`.
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
