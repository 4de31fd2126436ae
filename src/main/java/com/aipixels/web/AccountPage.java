package com.aipixels.web;

import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

@Controller
class AccountPage {

  private static final String PATH = "/account";

  private final Chromes chromes;
  private final ClerkForms forms;

  AccountPage(Chromes chromes, ClerkForms forms) {
    this.chromes = chromes;
    this.forms = forms;
  }

  @GetMapping(PATH)
  View account(HttpServletRequest request, HttpServletResponse response, Viewer viewer) {
    viewer.memberId();
    return forms.show(
        ClerkForm.PROFILE,
        chromes.of(request, viewer),
        PATH,
        response,
        () -> new SeeOther("/settings"));
  }
}
