package com.aipixels.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/// The API for people, made from the same description that programs read.
@Controller
class ReferencePage {

  private static final String DESCRIPTION = "/openapi.json";

  private final OpenApiWebMvcResource description;
  private final JsonMapper json;
  private final TemplateEngine templates;

  ReferencePage(OpenApiWebMvcResource description, JsonMapper json, TemplateEngine templates) {
    this.description = description;
    this.json = json;
    this.templates = templates;
  }

  @ResponseBody
  @GetMapping(path = "/api", produces = "text/html;charset=UTF-8")
  String page(HttpServletRequest request) throws JsonProcessingException {
    byte[] api = description.openapiJson(request, DESCRIPTION, Locale.ROOT);
    StringOutput html = new StringOutput();
    templates.render("reference.jte", new References(json.readTree(api)).read(), html);
    return html.toString();
  }
}
