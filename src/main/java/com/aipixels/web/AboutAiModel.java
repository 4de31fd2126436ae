package com.aipixels.web;

/// What is to be said about AI.
public record AboutAiModel(Chrome chrome) implements PageModel {

  @Override
  public String template() {
    return "about-ai.jte";
  }
}
