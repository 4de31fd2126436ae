package com.aipixels.web;

/// That there is no line.
public record OfflineModel(Chrome chrome) implements PageModel {

  @Override
  public String template() {
    return "offline.jte";
  }
}
