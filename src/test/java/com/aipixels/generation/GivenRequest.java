package com.aipixels.generation;

import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.ImageSize;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A request that nobody has claimed yet, of the engine `painter`.
final class GivenRequest {

  private GivenRequest() {}

  static GenerationId of(String member, GenerationTable generations) {
    var id = new GenerationId(UUID.randomUUID());
    var request =
        new GenerationRequest(
            "바다",
            null,
            null,
            null,
            ImageSize.SMALL,
            AspectRatio.SQUARE,
            null,
            null,
            Visibility.PRIVATE,
            null,
            null,
            List.of(),
            1L,
            null,
            true,
            true);
    generations.insert(
        new Batch(
            List.of(new Asked.Taken(id, 1)),
            new UserId(member),
            request,
            null,
            "hash",
            "painter",
            9,
            Duration.ofMinutes(50)));
    return id;
  }
}
