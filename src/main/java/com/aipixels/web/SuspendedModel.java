package com.aipixels.web;

import com.aipixels.moderation.Suspension;

/// That a member may only read for now.
public record SuspendedModel(Chrome chrome, Suspension suspension) implements PageModel {

  @Override
  public String template() {
    return "suspended.jte";
  }
}
