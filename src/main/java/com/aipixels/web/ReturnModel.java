package com.aipixels.web;

import com.aipixels.account.Export;
import java.time.Instant;
import java.util.List;

/// What whoever is leaving sees: until when they may return, and what they take along.
public record ReturnModel(Chrome chrome, Instant leavesAt, List<Export> exports)
    implements PageModel {

  @Override
  public String template() {
    return "return.jte";
  }
}
