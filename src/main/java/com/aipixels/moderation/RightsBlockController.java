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
@RequestMapping("/api/v1/moderation/rights-blocks")
class RightsBlockController {

  private final RightsBlocks blocks;

  RightsBlockController(RightsBlocks blocks) {
    this.blocks = blocks;
  }

  record Lift(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String note) {}

  @GetMapping
  Slice<RightsBlock> all(
      Viewer viewer,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return blocks.all(viewer, new PageRequest(limit, cursor));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  RightsBlock block(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ClaimDraft claim) {
    return blocks.block(viewer, claim, key);
  }

  @PostMapping("/{id}/lift")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(Viewer viewer, @PathVariable long id, @RequestBody Lift lift) {
    blocks.lift(viewer, id, lift.note());
  }
}
