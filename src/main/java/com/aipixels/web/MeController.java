package com.aipixels.web;

import com.aipixels.account.Goodbyes;
import com.aipixels.credits.Credits;
import com.aipixels.identity.Member;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Notifications;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {

  private final People people;
  private final Credits credits;
  private final Goodbyes goodbyes;
  private final Notifications notifications;

  MeController(People people, Credits credits, Goodbyes goodbyes, Notifications notifications) {
    this.people = people;
    this.credits = credits;
    this.goodbyes = goodbyes;
    this.notifications = notifications;
  }

  /// @param leavesAt until when whoever is leaving may return
  record Me(
      UserId userId,
      @Nullable String username,
      String displayName,
      @Nullable String imageUrl,
      int credits,
      int unreadNotifications,
      Set<String> roles,
      @Nullable Instant leavesAt) {}

  @GetMapping("/api/v1/me")
  Me me(Viewer viewer) {
    UserId member = viewer.memberId();
    Member known = people.member(member);
    PersonCard card = known.card();
    return new Me(
        member,
        card.username(),
        card.displayName(),
        card.imageUrl(),
        credits.balance(member).credits(),
        notifications.unread(member),
        known.roles(),
        goodbyes.leavesAt(viewer));
  }
}
