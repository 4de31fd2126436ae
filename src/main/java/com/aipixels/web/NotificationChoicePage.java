package com.aipixels.web;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Kind;
import com.aipixels.notifications.Mutes;
import com.aipixels.notifications.Notifications;
import com.aipixels.paging.PageRequest;
import com.aipixels.push.Pushes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
class NotificationChoicePage {

  static final String PATH = "/me/notifications/settings";
  private static final int PEOPLE = 50;

  private final Pages pages;
  private final Chromes chromes;
  private final Notifications notifications;
  private final Mutes mutes;
  private final Pushes pushes;

  NotificationChoicePage(
      Pages pages, Chromes chromes, Notifications notifications, Mutes mutes, Pushes pushes) {
    this.pages = pages;
    this.chromes = chromes;
    this.notifications = notifications;
    this.mutes = mutes;
    this.pushes = pushes;
  }

  @GetMapping(PATH)
  View choice(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "false") boolean saved,
      @RequestParam(required = false) @Nullable String cursor) {
    UserId reader = viewer.memberId();
    return pages.show(
        new NotificationChoiceModel(
            chromes.of(request, viewer),
            notifications.wanted(reader),
            saved,
            pushes.applicationServerKey().orElse(null),
            mutes.of(viewer, new PageRequest(PEOPLE, cursor))));
  }

  /// A form sends only what is ticked.
  @PostMapping(PATH)
  View choose(Viewer viewer, @RequestParam(defaultValue = "") Set<Kind> wanted) {
    Set<Kind> unwanted = EnumSet.allOf(Kind.class);
    unwanted.removeAll(wanted);
    notifications.choose(viewer.memberId(), wanted, unwanted);
    return new SeeOther(PATH + "?saved=true");
  }
}
