package com.aipixels.web;

/// What a reader may choose: a guest about the pages, a member also about their account.
public record SettingsModel(Chrome chrome) implements PageModel {

  @Override
  public String template() {
    return "settings.jte";
  }
}
