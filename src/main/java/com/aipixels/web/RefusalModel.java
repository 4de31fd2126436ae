package com.aipixels.web;

/// What did not work, and what to do now.
public record RefusalModel(Chrome chrome, int status) implements PageModel {

  @Override
  public String template() {
    return "refusal.jte";
  }

  public String title() {
    return say("title");
  }

  public String text() {
    return say("text");
  }

  private String say(String part) {
    String kind = status < 500 ? "bad" : "broken";
    return chrome.words().firstOf("refusal." + status + "." + part, "refusal." + kind + "." + part);
  }
}
