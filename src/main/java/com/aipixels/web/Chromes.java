package com.aipixels.web;

import com.aipixels.credits.Credits;
import com.aipixels.engines.EngineCapabilities;
import com.aipixels.engines.ImageEngine;
import com.aipixels.identity.ClerkFrontend;
import com.aipixels.identity.Leavers;
import com.aipixels.identity.Member;
import com.aipixels.identity.Moderators;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.notifications.Notifications;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts a [Chrome] around whatever a request shows.
@Component
class Chromes {

  private final MessageSource messages;
  private final Assets assets;
  private final Site site;
  private final Optional<ClerkFrontend> clerk;
  private final ImageEngine engine;
  private final People people;
  private final Credits credits;
  private final Leavers leavers;
  private final Notifications notifications;
  private final InstantSource clock;

  Chromes(
      MessageSource messages,
      Assets assets,
      Site site,
      Optional<ClerkFrontend> clerk,
      ImageEngine engine,
      People people,
      Credits credits,
      Leavers leavers,
      Notifications notifications,
      InstantSource clock) {
    this.messages = messages;
    this.assets = assets;
    this.site = site;
    this.clerk = clerk;
    this.engine = engine;
    this.people = people;
    this.credits = credits;
    this.leavers = leavers;
    this.notifications = notifications;
    this.clock = clock;
  }

  Chrome of(HttpServletRequest request, Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest() -> around(request, null, true);
      case Viewer.Member(UserId member) when leavers.isLeaving(member) -> bare(request);
      case Viewer.Member(UserId member) -> around(request, account(member), true);
    };
  }

  /// What needs no other room to be up, for pages that say that something is not; and what is left
  /// for whoever is leaving.
  Chrome bare(HttpServletRequest request) {
    return around(request, null, false);
  }

  Words words(HttpServletRequest request) {
    return new Words(messages, Language.of(request), clock.instant());
  }

  private Chrome around(
      HttpServletRequest request, Chrome.@Nullable Account account, boolean asked) {
    EngineCapabilities capabilities = engine.capabilities();
    return new Chrome(
        words(request),
        Preference.THEME.of(request, Theme.class).orElse(Theme.SYSTEM),
        site.url(request),
        request.getRequestURI(),
        request.getRequestURI().equals(SearchPage.PATH)
            ? Objects.requireNonNullElse(request.getParameter("q"), "")
            : "",
        account,
        asked,
        request.getMethod().equals("GET"),
        clerk.orElse(null),
        new Chrome.Maker(capabilities.model(), capabilities.aiModel()),
        assets);
  }

  private Chrome.Account account(UserId member) {
    Member known = people.member(member);
    PersonCard card = known.card();
    return new Chrome.Account(
        member,
        card.displayName(),
        card.imageUrl(),
        credits.balance(member).credits(),
        notifications.unread(member),
        known.roles().contains(Moderators.ROLE));
  }
}
