package com.aipixels.web;

import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class SignInPage {

  private final Pages pages;
  private final Chromes chromes;

  SignInPage(Pages pages, Chromes chromes) {
    this.pages = pages;
    this.chromes = chromes;
  }

  @GetMapping("/sign-in")
  View signIn(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(required = false) @Nullable String error) {
    return switch (viewer) {
      case Viewer.Member _ -> new SeeOther("/me");
      case Viewer.Guest _ ->
          pages.show(new SignInModel(chromes.of(request, viewer), next, error != null));
    };
  }
}
