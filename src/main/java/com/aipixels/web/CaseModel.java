package com.aipixels.web;

import com.aipixels.moderation.Case;
import com.aipixels.moderation.CaseState;
import com.aipixels.moderation.TargetType;

/// One case, and the form that decides it.
public record CaseModel(Chrome chrome, Case found, CaseForm form, Mistakes mistakes)
    implements PageModel {

  @Override
  public String template() {
    return "case.jte";
  }

  public boolean isOpen() {
    return found.state() == CaseState.OPEN;
  }

  public boolean isThing() {
    return found.targetType() != TargetType.USER;
  }
}
