package com.aipixels.web;

/// What Clerk shows on our pages in its own way.
public enum ClerkForm {
  SIGN_IN("SignIn", "/sign-in", "signIn.title"),
  SIGN_UP("SignUp", "/sign-up", "signUp.title"),
  PROFILE("UserProfile", "/user", "signIn.profile");

  private final String value;
  private final String portal;
  private final String title;

  ClerkForm(String value, String portal, String title) {
    this.value = value;
    this.portal = portal;
    this.title = title;
  }

  /// As Clerk's script calls it.
  public String value() {
    return value;
  }

  /// The page of Clerk's own where the same can be done.
  public String portal() {
    return portal;
  }

  /// The key of the page's title.
  public String title() {
    return title;
  }
}
