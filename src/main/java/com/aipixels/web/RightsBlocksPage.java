package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.moderation.RightsBlocks;
import com.aipixels.paging.PageRequest;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where moderators block pictures on a rights holder's request, and lift blocks.
@Controller
@RequestMapping("/moderation/rights-blocks")
class RightsBlocksPage {

  private static final int BLOCKS = 50;

  private final Pages pages;
  private final Chromes chromes;
  private final RightsBlocks blocks;
  private final OneTimeKeys keys;

  RightsBlocksPage(Pages pages, Chromes chromes, RightsBlocks blocks, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.blocks = blocks;
    this.keys = keys;
  }

  @GetMapping
  View all(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer imageId) {
    RightsBlockForm form = new RightsBlockForm(imageId, 30, null, null, keys.next());
    return show(HttpStatus.OK, request, viewer, cursor, form, Mistakes.none());
  }

  @PostMapping
  View block(HttpServletRequest request, Viewer viewer, @ModelAttribute RightsBlockForm form) {
    try {
      blocks.block(viewer, form.draft(), FormText.orNull(form.key()));
      return new SeeOther("/moderation/rights-blocks");
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return show(HttpStatus.BAD_REQUEST, request, viewer, null, form, mistakes);
    }
  }

  @PostMapping("/{id}/lift")
  View lift(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String note) {
    try {
      blocks.lift(viewer, id, FormText.lines(note));
      return new SeeOther("/moderation/rights-blocks");
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      RightsBlockForm form = new RightsBlockForm(null, 30, null, null, keys.next());
      return show(HttpStatus.BAD_REQUEST, request, viewer, null, form, mistakes);
    }
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      @Nullable String cursor,
      RightsBlockForm form,
      Mistakes mistakes) {
    return pages.show(
        status,
        new RightsBlocksModel(
            chromes.of(request, viewer),
            blocks.all(viewer, new PageRequest(BLOCKS, cursor)),
            form,
            mistakes));
  }
}
