package com.aipixels.web;

import com.aipixels.collections.Collections;
import com.aipixels.community.Profile;
import com.aipixels.community.Profiles;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Mutes;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MemberPage {

  private static final int PICTURES = 24;
  private static final int COLLECTIONS = 4;

  private final Pages pages;
  private final Chromes chromes;
  private final Profiles profiles;
  private final Gallery gallery;
  private final Collections collections;
  private final Mutes mutes;

  MemberPage(
      Pages pages,
      Chromes chromes,
      Profiles profiles,
      Gallery gallery,
      Collections collections,
      Mutes mutes) {
    this.pages = pages;
    this.chromes = chromes;
    this.profiles = profiles;
    this.gallery = gallery;
    this.collections = collections;
    this.mutes = mutes;
  }

  @GetMapping("/users/{userId}")
  View member(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(required = false) @Nullable String cursor) {
    Profile profile = profiles.profile(viewer, userId);
    Slice<ImageCard> pictures =
        gallery.publishedBy(userId, viewer, new PageRequest(PICTURES, cursor));
    return pages.show(
        new MemberModel(
            chromes.of(request, viewer),
            profile,
            pictures,
            collections.shownBy(userId, viewer, new PageRequest(COLLECTIONS, null)),
            viewer.equals(new Viewer.Member(userId)),
            mutes.hasMuted(viewer, userId)));
  }
}
