package com.aipixels.web;

import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Notification;
import com.aipixels.notifications.Notifications;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class MyNotificationsPage {

  private static final String PATH = "/me/notifications";
  private static final int LINES = 30;

  private final Pages pages;
  private final Chromes chromes;
  private final Notifications notifications;

  MyNotificationsPage(Pages pages, Chromes chromes, Notifications notifications) {
    this.pages = pages;
    this.chromes = chromes;
    this.notifications = notifications;
  }

  @GetMapping(PATH)
  View mine(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String cursor) {
    Slice<Notification> mine = notifications.of(viewer, new PageRequest(LINES, cursor));
    return pages.show(new MyNotificationsModel(chromes.of(request, viewer), mine));
  }

  @PostMapping(PATH + "/read")
  View read(Viewer viewer, @RequestParam long upTo) {
    notifications.read(viewer.memberId(), upTo);
    return new SeeOther(PATH);
  }
}
