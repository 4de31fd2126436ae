package com.aipixels.web;

import com.aipixels.identity.ClerkFrontend;
import com.aipixels.localclerk.LocalPath;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows forms of Clerk's, which need more than other pages may.
@Component
class ClerkForms {

  private final Pages pages;

  ClerkForms(Pages pages) {
    this.pages = pages;
  }

  /// @param standIn what is shown where there is no Clerk
  View show(
      ClerkForm form,
      Chrome chrome,
      String next,
      HttpServletResponse response,
      Supplier<View> standIn) {
    ClerkFrontend clerk = chrome.clerk();
    if (clerk == null) {
      return standIn.get();
    }
    response.setHeader("Content-Security-Policy", clerk.formsPolicy());
    return pages.show(new ClerkModel(chrome, clerk, form, LocalPath.of(next).toString()));
  }
}
