package com.aipixels.web;

import com.aipixels.collections.Collections;
import com.aipixels.community.Profiles;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MemberCollectionsPage {

  private static final int COLLECTIONS = 24;

  private final Pages pages;
  private final Chromes chromes;
  private final Profiles profiles;
  private final Collections collections;

  MemberCollectionsPage(Pages pages, Chromes chromes, Profiles profiles, Collections collections) {
    this.pages = pages;
    this.chromes = chromes;
    this.profiles = profiles;
    this.collections = collections;
  }

  @GetMapping("/users/{userId}/collections")
  View collections(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(required = false) @Nullable String cursor) {
    return pages.show(
        new MemberCollectionsModel(
            chromes.of(request, viewer),
            profiles.profile(viewer, userId).card(),
            collections.shownBy(userId, viewer, new PageRequest(COLLECTIONS, cursor))));
  }
}
