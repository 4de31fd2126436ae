package com.aipixels.web;

import com.aipixels.account.Exports;
import com.aipixels.account.Goodbyes;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/me/return")
class ReturnPage {

  private final Pages pages;
  private final Chromes chromes;
  private final Goodbyes goodbyes;
  private final Exports exports;

  ReturnPage(Pages pages, Chromes chromes, Goodbyes goodbyes, Exports exports) {
    this.pages = pages;
    this.chromes = chromes;
    this.goodbyes = goodbyes;
    this.exports = exports;
  }

  @GetMapping
  View before(HttpServletRequest request, Viewer viewer) {
    UserId member = viewer.memberId();
    Instant end = goodbyes.leavesAt(viewer);
    return end == null
        ? new SeeOther("/me")
        : pages.show(new ReturnModel(chromes.of(request, viewer), end, exports.of(member)));
  }

  @PostMapping
  View comeBack(Viewer viewer) {
    goodbyes.comeBack(viewer.memberId());
    return new SeeOther("/me");
  }
}
