package com.aipixels.demo;

import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Asked;
import com.aipixels.generation.Generation;
import com.aipixels.generation.GenerationId;
import com.aipixels.generation.GenerationRequest;
import com.aipixels.generation.Generations;
import com.aipixels.generation.Wish;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// The pictures of the demo, asked for and paid like any others.
@Component
@ConditionalOnProperty("aipixels.demo")
class DemoPictures {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Generations generations;

  DemoPictures(Generations generations) {
    this.generations = generations;
  }

  /// Asks for all and waits for them; empty where one was not made. The seed of each is its number.
  List<Optional<ImageId>> paint(DemoTexts texts, DemoCast cast) {
    List<Generation> asked = new ArrayList<>();
    for (DemoPicture picture : texts.pictures()) {
      asked.add(ask(cast.the(picture.member()), picture.request(asked.size() + 1)));
    }
    return asked.stream().map(this::made).toList();
  }

  private Generation ask(Viewer member, GenerationRequest request) {
    UserId id = member.memberId();
    return switch (generations.ask(id, Wish.complete(request, 1), null)) {
      case Asked.Accepted accepted -> generations.generation(id, accepted.first().id());
      case Asked.KeyReused() -> throw new IllegalStateException("There was no key");
      case Asked.TooFewCredits(int credits) ->
          throw new IllegalStateException("Nobody of the demo needs more than " + credits);
    };
  }

  private Optional<ImageId> made(Generation asked) {
    GenerationId id = asked.id();
    Generation.State state = asked.state();
    while (!state.isTerminal()) {
      pause();
      state = generations.generation(asked.owner(), id).state();
    }
    return state instanceof Generation.Succeeded done
        ? Optional.ofNullable(done.imageId())
        : Optional.empty();
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
