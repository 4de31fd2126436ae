package com.aipixels.webhooks;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Stream;

/// A webhook whose signature was found good.
///
/// @param id the same each time it is sent again; at most 128 characters of `A-Za-z0-9_.-`
/// @param body exactly the bytes that were signed
public record Delivery(String id, byte[] body) {

  private static final int LONGEST_BODY = 256 * 1024;

  /// Reads and verifies a request.
  ///
  /// @param families what the names of its headers may begin with, such as `webhook`; the first
  ///   that is there counts
  /// @throws Problem `content_too_large`, or `validation_failed` without saying why
  public static Delivery of(
      HttpServletRequest request, WebhookSignature signature, String... families)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw new Problem(ProblemCode.CONTENT_TOO_LARGE, "A webhook is at most 256 KiB.");
    }
    return Stream.of(families)
        .filter(family -> request.getHeader(family + "-id") != null)
        .findFirst()
        .filter(family ->
            signature.accepts(
                request.getHeader(family + "-id"),
                request.getHeader(family + "-timestamp"),
                request.getHeader(family + "-signature"),
                body))
        .map(family -> new Delivery(request.getHeader(family + "-id").strip(), body))
        .orElseThrow(
            () -> new Problem(ProblemCode.VALIDATION_FAILED, "The signature is not valid."));
  }
}
