package com.aipixels.web;

import com.aipixels.identity.ClerkFrontend;

/// A form of Clerk's.
///
/// @param next where to go afterwards, a path of this site
public record ClerkModel(Chrome chrome, ClerkFrontend clerk, ClerkForm form, String next)
    implements PageModel {

  @Override
  public String template() {
    return "clerk.jte";
  }

  /// Where the same can be done without our page.
  public String portal() {
    return clerk.portal(form.portal(), Link.absolute(chrome.site(), next));
  }
}
