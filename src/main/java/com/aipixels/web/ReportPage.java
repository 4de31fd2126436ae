package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.moderation.Reports;
import com.aipixels.moderation.TargetType;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/report")
class ReportPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Reports reports;
  private final OneTimeKeys keys;

  ReportPage(Pages pages, Chromes chromes, Reports reports, OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.reports = reports;
    this.keys = keys;
  }

  @GetMapping
  View write(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam TargetType type,
      @RequestParam String id) {
    ReportForm form = new ReportForm(type, id, null, null, keys.next());
    reports.check(viewer, form.target());
    return pages.show(new ReportModel(chromes.of(request, viewer), form, Mistakes.none()));
  }

  @PostMapping
  View send(HttpServletRequest request, Viewer viewer, @ModelAttribute ReportForm form) {
    viewer.memberId();
    try {
      reports.report(viewer, form.report(), FormText.orNull(form.key()));
      return new SeeOther("/report/thanks");
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return pages.show(
          HttpStatus.BAD_REQUEST, new ReportModel(chromes.of(request, viewer), form, mistakes));
    }
  }

  @GetMapping("/thanks")
  View thanks(HttpServletRequest request, Viewer viewer) {
    return pages.show(new ReportModel(chromes.of(request, viewer), null, Mistakes.none()));
  }
}
