package com.aipixels.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/// Fills templates, at once: what goes wrong in one is still refused by a page.
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
    Utf8ByteOutput html = new Utf8ByteOutput();
    templates.render(model.template(), model, html);
    return new Page(status, model.chrome().words().language(), html);
  }
}
