package com.aipixels.moderation;

import com.aipixels.gallery.OriginalFiles;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/moderation/reports")
class CaseController {

  private final Cases cases;
  private final Decisions decisions;
  private final OriginalFiles files;

  CaseController(Cases cases, Decisions decisions, OriginalFiles files) {
    this.cases = cases;
    this.decisions = decisions;
    this.files = files;
  }

  @GetMapping
  Slice<Case> open(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return cases.open(viewer, new PageRequest(limit, cursor));
  }

  @GetMapping("/{id}")
  Case one(Viewer viewer, @PathVariable long id) {
    return cases.one(viewer, id);
  }

  @GetMapping("/{id}/file")
  void file(
      Viewer viewer,
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    files.send(cases.picture(viewer, id), request, response);
  }

  @PostMapping("/{id}/decision")
  Act decide(Viewer viewer, @PathVariable long id, @RequestBody DecisionDraft decision) {
    return decisions.decide(viewer, id, decision);
  }
}
