package com.aipixels.web;

/// What did not work, and what to do now.
public record RefusalModel(Chrome chrome, int status) implements PageModel {

  @Override
  public String template() {
    return "refusal.jte";
  }

  public String title() {
    return chrome.words().firstOf("refusal." + status, general() + ".title");
  }

  public String text() {
    return chrome.words().firstOf("refusal." + status + ".text", general() + ".text");
  }

  private String general() {
    return status < 500 ? "refusal.bad" : "refusal.broken";
  }
}
