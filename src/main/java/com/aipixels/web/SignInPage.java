package com.aipixels.web;

import com.aipixels.identity.SessionCookies;
import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class SignInPage {

  private final Pages pages;
  private final Chromes chromes;
  private final ClerkForms forms;
  private final SessionCookies cookies;

  SignInPage(Pages pages, Chromes chromes, ClerkForms forms, SessionCookies cookies) {
    this.pages = pages;
    this.chromes = chromes;
    this.forms = forms;
    this.cookies = cookies;
  }

  @GetMapping("/sign-in")
  View signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(required = false) @Nullable String error) {
    if (viewer instanceof Viewer.Member) {
      return new SeeOther("/me");
    }
    Chrome chrome = chromes.of(request, viewer);
    return forms.show(
        ClerkForm.SIGN_IN,
        chrome,
        next,
        response,
        () -> pages.show(new SignInModel(chrome, next, error != null)));
  }

  @GetMapping("/sign-up")
  View signUp(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @RequestParam(defaultValue = "/") String next) {
    return viewer instanceof Viewer.Member
        ? new SeeOther("/me")
        : forms.show(
            ClerkForm.SIGN_UP,
            chromes.of(request, viewer),
            next,
            response,
            () -> new SeeOther(Link.toSignIn(next).toString()));
  }

  /// What Clerk's script does beyond this, it has done before it sends the form.
  @PostMapping("/sign-out")
  View signOut(HttpServletResponse response, Viewer viewer) {
    // Of a guest no cookie is worth anything, and the form may be another site's.
    if (viewer instanceof Viewer.Member) {
      cookies.expired().forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }
    return new SeeOther("/");
  }
}
