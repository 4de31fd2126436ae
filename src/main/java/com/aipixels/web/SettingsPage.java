package com.aipixels.web;

import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class SettingsPage {

  private final Pages pages;
  private final Chromes chromes;

  SettingsPage(Pages pages, Chromes chromes) {
    this.pages = pages;
    this.chromes = chromes;
  }

  @GetMapping("/settings")
  View settings(HttpServletRequest request, Viewer viewer) {
    return pages.show(new SettingsModel(chromes.of(request, viewer)));
  }

  @PostMapping("/language")
  ResponseEntity<Void> choose(HttpServletRequest request, @RequestParam Language language) {
    return Preference.LANGUAGE.keep(request, language);
  }

  @PostMapping("/theme")
  ResponseEntity<Void> choose(HttpServletRequest request, @RequestParam Theme theme) {
    return Preference.THEME.keep(request, theme);
  }
}
