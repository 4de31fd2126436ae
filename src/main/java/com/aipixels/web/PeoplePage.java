package com.aipixels.web;

import com.aipixels.community.Follows;
import com.aipixels.community.Person;
import com.aipixels.community.Profile;
import com.aipixels.community.Profiles;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/users/{userId}")
class PeoplePage {

  private static final int PEOPLE = 50;

  private final Pages pages;
  private final Chromes chromes;
  private final Profiles profiles;
  private final Follows follows;

  PeoplePage(Pages pages, Chromes chromes, Profiles profiles, Follows follows) {
    this.pages = pages;
    this.chromes = chromes;
    this.profiles = profiles;
    this.follows = follows;
  }

  @GetMapping("/followers")
  View followers(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(required = false) @Nullable String cursor) {
    Profile profile = profiles.profile(viewer, userId);
    Slice<Person> people = follows.followers(viewer, userId, new PageRequest(PEOPLE, cursor));
    return pages.show(new PeopleModel(chromes.of(request, viewer), profile, "followers", people));
  }

  @GetMapping("/following")
  View following(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable UserId userId,
      @RequestParam(required = false) @Nullable String cursor) {
    Profile profile = profiles.profile(viewer, userId);
    Slice<Person> people = follows.following(viewer, userId, new PageRequest(PEOPLE, cursor));
    return pages.show(new PeopleModel(chromes.of(request, viewer), profile, "following", people));
  }
}
