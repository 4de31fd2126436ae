package com.aipixels.moderation;

import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/api/v1")
class AppealController {

  private final Trail trail;
  private final Appeals appeals;
  private final Answers answers;

  AppealController(Trail trail, Appeals appeals, Answers answers) {
    this.trail = trail;
    this.appeals = appeals;
    this.answers = answers;
  }

  record Objection(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String text) {}

  record Answer(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Action action,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String note) {}

  @GetMapping("/moderation/actions")
  Slice<Act> trail(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return trail.all(viewer, new PageRequest(limit, cursor));
  }

  @GetMapping("/me/decisions")
  Slice<Ruling> mine(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return appeals.mine(viewer, new PageRequest(limit, cursor));
  }

  @PostMapping("/moderation/actions/{id}/appeal")
  @ResponseStatus(HttpStatus.CREATED)
  Appeals.Made appeal(
      Viewer viewer,
      @PathVariable long id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Objection objection) {
    return appeals.appeal(viewer, id, objection.text(), key);
  }

  @GetMapping("/moderation/appeals")
  Slice<Appeal> open(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return answers.open(viewer, new PageRequest(limit, cursor));
  }

  @PostMapping("/moderation/appeals/{id}/decision")
  Act answer(Viewer viewer, @PathVariable long id, @RequestBody Answer answer) {
    return answers.answer(viewer, id, answer.action(), answer.note());
  }
}
