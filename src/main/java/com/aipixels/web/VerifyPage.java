package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.provenance.Provenance;
import com.aipixels.provenance.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping(VerifyPage.PATH)
class VerifyPage {

  static final String PATH = "/verify";

  private final Pages pages;
  private final Chromes chromes;
  private final Provenance provenance;

  VerifyPage(Pages pages, Chromes chromes, Provenance provenance) {
    this.pages = pages;
    this.chromes = chromes;
    this.provenance = provenance;
  }

  @GetMapping
  View ask(HttpServletRequest request, Viewer viewer) {
    return show(HttpStatus.OK, request, viewer, null, Mistakes.none());
  }

  @PostMapping
  View answer(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    try (InputStream bytes = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
      Verdict verdict = provenance.verify(viewer, bytes);
      return show(HttpStatus.OK, request, viewer, verdict, Mistakes.none());
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return show(HttpStatus.BAD_REQUEST, request, viewer, null, mistakes);
    }
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      @Nullable Verdict verdict,
      Mistakes mistakes) {
    return pages.show(status, new VerifyModel(chromes.of(request, viewer), verdict, mistakes));
  }
}
