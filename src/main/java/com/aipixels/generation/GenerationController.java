package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/generations")
class GenerationController {

  private final Generations generations;
  private final History history;

  GenerationController(Generations generations, History history) {
    this.generations = generations;
    this.history = history;
  }

  record Ask(
      @Nullable String prompt,
      @Nullable String translatedPrompt,
      @Nullable String negativePrompt,
      @Nullable Category category,
      @Nullable ImageSize imageSize,
      @Nullable AspectRatio aspectRatio,
      @Nullable Style style,
      @Nullable ColorTone colorTone,
      @Nullable Visibility visibility,
      @Nullable String title,
      @Nullable String description,
      @Nullable List<String> tags,
      @Nullable Long seed,
      @Nullable Integer sourceImageId,
      @Nullable Boolean inherit,
      @Nullable Boolean allowDownload,
      @Nullable Boolean allowComments,
      @Nullable Integer count) {

    Wish wish() {
      return new Wish(
          prompt,
          translatedPrompt,
          negativePrompt,
          new Wish.Look(category, imageSize, aspectRatio, style, colorTone),
          Objects.requireNonNullElse(visibility, Visibility.PRIVATE),
          title,
          description,
          Objects.requireNonNullElse(tags, List.of()),
          seed,
          sourceImageId == null ? null : new ImageId(sourceImageId),
          !Boolean.FALSE.equals(inherit),
          !Boolean.FALSE.equals(allowDownload),
          !Boolean.FALSE.equals(allowComments),
          Objects.requireNonNullElse(count, 1));
    }
  }

  /// @param id of the first, or only, picture to be
  record AcceptedAnswer(
      GenerationId id,
      String status,
      int creditsRemaining,
      long seed,
      Instant createdAt,
      List<Asked.Taken> generations) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<AcceptedAnswer> ask(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Ask ask) {
    UserId member = viewer.memberId();
    if (key != null && (key.isBlank() || key.length() > 255)) {
      throw Problem.invalid("Idempotency-Key", "must have 1 to 255 characters");
    }
    return switch (generations.ask(member, ask.wish(), key)) {
      case Asked.Accepted accepted ->
          ResponseEntity.accepted()
              .location(URI.create("/api/v1/generations/" + accepted.first().id()))
              .body(
                  new AcceptedAnswer(
                      accepted.first().id(),
                      "queued",
                      accepted.creditsRemaining(),
                      accepted.first().seed(),
                      accepted.createdAt(),
                      accepted.taken()));
      case Asked.TooFewCredits(int left) ->
          throw new Problem(
              ProblemCode.INSUFFICIENT_CREDITS,
              "This costs more credits than the %d you have.".formatted(left));
      case Asked.KeyReused() ->
          throw new Problem(
              ProblemCode.IDEMPOTENCY_KEY_REUSED,
              "This Idempotency-Key was used for another request.");
    };
  }

  @GetMapping
  Slice<GenerationAnswer> list(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    PageRequest page = new PageRequest(limit, cursor);
    UserId member = viewer.memberId();
    Slice<Generation> mine =
        q == null ? generations.of(member, page) : history.search(member, q, page);
    return mine.map(rows -> rows.stream().map(GenerationAnswer::of).toList());
  }

  @GetMapping("/{id}")
  GenerationAnswer generation(Viewer viewer, @PathVariable GenerationId id) {
    return GenerationAnswer.of(generations.generation(viewer.memberId(), id));
  }

  @PostMapping("/{id}/cancel")
  GenerationAnswer cancel(Viewer viewer, @PathVariable GenerationId id) {
    generations.cancel(viewer.memberId(), id);
    return GenerationAnswer.of(generations.generation(viewer.memberId(), id));
  }
}
