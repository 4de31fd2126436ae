package com.aipixels.web;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Generation;
import com.aipixels.generation.GenerationId;
import com.aipixels.generation.Generations;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/generations/{id}")
class GenerationPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Generations generations;
  private final Gallery gallery;
  private final OneTimeKeys keys;

  GenerationPage(
      Pages pages, Chromes chromes, Generations generations, Gallery gallery, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.generations = generations;
    this.gallery = gallery;
    this.keys = keys;
  }

  @GetMapping
  View generation(HttpServletRequest request, Viewer viewer, @PathVariable GenerationId id) {
    Generation generation = generations.generation(viewer.memberId(), id);
    List<Generation> batch = generations.batch(generation);
    Image image = image(viewer, generation.state());
    return pages.show(
        new GenerationModel(
            chromes.of(request, viewer),
            generation,
            batch,
            gallery.cards(viewer, batch.stream().flatMap(GenerationPage::made).toList()),
            image,
            again(viewer, generation, image)));
  }

  /// What has ended meanwhile needs no cancelling; the page shows how it ended.
  @PostMapping("/cancel")
  View cancel(Viewer viewer, @PathVariable GenerationId id) {
    try {
      generations.cancel(viewer.memberId(), id);
    } catch (Problem problem) {
      if (problem.code() != ProblemCode.ALREADY_FINISHED) {
        throw problem;
      }
    }
    return new SeeOther("/generations/" + id);
  }

  /// The picture that came of a request is what is made again, else whatever that was made from.
  private CreateForm again(Viewer viewer, Generation generation, @Nullable Image image) {
    CreateForm form = CreateForm.again(generation, keys.next());
    if (image != null) {
      return form.from(image.card().id());
    }
    ImageId source = form.source();
    return source == null || gallery.canSee(viewer, source) ? form : form.from(null);
  }

  private static Stream<ImageId> made(Generation generation) {
    return generation.state() instanceof Generation.Succeeded(ImageId image, _) && image != null
        ? Stream.of(image)
        : Stream.empty();
  }

  private @Nullable Image image(Viewer viewer, Generation.State state) {
    ImageId id = state instanceof Generation.Succeeded(ImageId made, _) ? made : null;
    return id != null && gallery.canSee(viewer, id) ? gallery.image(viewer, id) : null;
  }
}
