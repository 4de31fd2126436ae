package com.aipixels.web;

/// Signing in by name alone.
///
/// @param next where to go afterwards
/// @param refused whether the name that was sent cannot be one
public record SignInModel(Chrome chrome, String next, boolean refused) implements PageModel {

  @Override
  public String template() {
    return "sign-in.jte";
  }
}
