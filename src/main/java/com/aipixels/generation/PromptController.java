package com.aipixels.generation;

import com.aipixels.identity.Viewer;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PromptController {

  private final History history;

  PromptController(History history) {
    this.history = history;
  }

  record Suggested(List<PromptUse> items) {}

  @GetMapping("/api/v1/me/prompts")
  Suggested prompts(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "10") int limit) {
    return new Suggested(history.prompts(viewer.memberId(), q, limit));
  }
}
