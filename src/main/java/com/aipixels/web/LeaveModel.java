package com.aipixels.web;

/// Before a member leaves.
///
/// @param days in which they may return; 0: what leaves is erased at once
/// @param unsure whether they pressed the button without saying that they are sure
public record LeaveModel(Chrome chrome, long days, boolean unsure) implements PageModel {

  @Override
  public String template() {
    return "leave.jte";
  }
}
