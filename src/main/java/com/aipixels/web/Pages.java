package com.aipixels.web;

import gg.jte.TemplateEngine;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/// Fills templates.
@Component
class Pages {

  private final TemplateEngine templates;

  Pages(TemplateEngine templates) {
    this.templates = templates;
  }

  Page show(PageModel model) {
    return show(HttpStatus.OK, model);
  }

  Page show(HttpStatusCode status, PageModel model) {
    return new Page(templates, status, model);
  }
}
