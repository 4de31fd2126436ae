package com.aipixels.web;

import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Generation;
import org.jspecify.annotations.Nullable;

/// States of requests in the reader's language.
public final class GenerationText {

  private GenerationText() {}

  /// One word.
  public static String word(Words words, Generation.State state) {
    return words.of("status." + state.status());
  }

  /// Who or what drew a picture.
  ///
  /// @param model null where the picture that would tell it is gone
  static String maker(Words words, String engine, @Nullable String model) {
    if (engine.equals("painter")) {
      return words.of("generation.by.painter");
    }
    return model == null
        ? words.of("generation.by.engine", engine)
        : words.of("generation.by", model, engine);
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
