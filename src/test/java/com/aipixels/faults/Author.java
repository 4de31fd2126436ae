package com.aipixels.faults;

import com.aipixels.Caller;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A member who comments on one picture, each time something else and each thing once, and
/// remembers what was acknowledged.
final class Author {

  private final Caller caller;
  private final int picture;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final List<String> broken = new CopyOnWriteArrayList<>();
  private int written;
  private int refused;

  Author(Caller caller, int picture) {
    this.caller = caller;
    this.picture = picture;
  }

  /// The comments that were answered with 201.
  List<String> acknowledged() {
    return acknowledged;
  }

  /// Answers that nobody should ever get.
  List<String> broken() {
    return broken;
  }

  /// How many were told that the service is not available.
  int refused() {
    return refused;
  }

  void comment() {
    var content = "comment " + written++;
    try {
      var answer =
          caller.post("/api/v1/images/%d/comments".formatted(picture), Map.of("content", content));
      switch (answer.statusCode()) {
        case 201 -> acknowledged.add(content);
        case 503 -> refused++;
        default -> broken.add(answer.statusCode() + " " + answer.body());
      }
    } catch (UncheckedIOException e) {
      broken.add(e.toString());
    }
  }
}
