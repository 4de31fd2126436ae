package com.aipixels.web;

import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Generation;

/// States of requests in the reader's language.
public final class GenerationText {

  private GenerationText() {}

  /// One word.
  public static String word(Words words, Generation.State state) {
    return words.of("status." + state.status());
  }

  /// One sentence.
  public static String standing(Words words, Generation.State state) {
    return switch (state) {
      case Generation.Queued(int position) when position <= 1 -> words.of("standing.next");
      case Generation.Queued(int position) -> words.of("standing.queued", position - 1);
      case Generation.Running _ -> words.of("standing.running");
      case Generation.Succeeded(ImageId image, _) ->
          words.of(image == null ? "standing.deleted" : "standing.succeeded");
      case Generation.Failed(String code, _, _) ->
          words.firstOf("failure." + code, "failure.other");
      case Generation.Cancelled _ -> words.of("standing.cancelled");
    };
  }
}
