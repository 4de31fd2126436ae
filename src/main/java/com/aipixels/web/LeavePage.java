package com.aipixels.web;

import com.aipixels.account.Goodbyes;
import com.aipixels.identity.SessionCookies;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/me/leave")
class LeavePage {

  private final Pages pages;
  private final Chromes chromes;
  private final Goodbyes goodbyes;
  private final SessionCookies cookies;

  LeavePage(Pages pages, Chromes chromes, Goodbyes goodbyes, SessionCookies cookies) {
    this.pages = pages;
    this.chromes = chromes;
    this.goodbyes = goodbyes;
    this.cookies = cookies;
  }

  @GetMapping
  View before(HttpServletRequest request, Viewer viewer) {
    viewer.memberId();
    return show(HttpStatus.OK, request, viewer, false);
  }

  /// @param now without the time to return; asks to be sure, since nobody can help afterwards
  @PostMapping
  View leave(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @RequestParam(defaultValue = "false") boolean now,
      @RequestParam(defaultValue = "false") boolean sure) {
    UserId member = viewer.memberId();
    boolean forGood = now || goodbyes.grace().isZero();
    if (forGood && !sure) {
      return goodbyes.leavesAt(viewer) == null
          ? show(HttpStatus.BAD_REQUEST, request, viewer, true)
          : new SeeOther("/me/return");
    }
    if (!forGood) {
      goodbyes.leave(member);
      return new SeeOther("/me/return");
    }
    goodbyes.leaveNow(member);
    cookies.expired().forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    return new SeeOther("/");
  }

  private View show(
      HttpStatusCode status, HttpServletRequest request, Viewer viewer, boolean unsure) {
    return pages.show(
        status, new LeaveModel(chromes.of(request, viewer), goodbyes.grace().toDays(), unsure));
  }
}
