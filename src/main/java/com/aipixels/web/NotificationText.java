package com.aipixels.web;

import com.aipixels.identity.PersonCard;
import com.aipixels.notifications.Made;
import com.aipixels.notifications.Notification;
import com.aipixels.notifications.Said;
import org.jspecify.annotations.Nullable;

/// A notification as a sentence, and where it leads.
public final class NotificationText {

  private NotificationText() {}

  public static String sentence(Words words, Notification notification) {
    Made made = notification.generation();
    if (made != null) {
      return words.of(
          made.status().equals("succeeded")
              ? "notice.generation.succeeded"
              : "notice.generation.failed");
    }
    return notification.actors().isEmpty()
        ? words.firstOf("notice." + notification.kind(), "notice.other")
        : words.of("notice." + notification.kind(), who(words, notification));
  }

  /// Null where it leads nowhere.
  public static @Nullable String href(Notification notification) {
    Said said = notification.comment();
    if (notification.generation() != null) {
      return "/generations/" + notification.generation().id();
    }
    if (said != null && said.parentCommentId() != null) {
      return "/comments/" + said.parentCommentId() + "#c" + said.id();
    }
    if (notification.image() != null) {
      String picture = "/images/" + notification.image().id();
      return said == null ? picture : picture + "#c" + said.id();
    }
    return notification.actors().isEmpty()
        ? address(notification.subject())
        : "/users/" + notification.actors().getFirst().userId();
  }

  /// `image:12` and `comment:5` have pages of their own; decisions share one.
  private static @Nullable String address(@Nullable String subject) {
    if (subject != null && subject.startsWith("decision:")) {
      return "/me/decisions";
    }
    return subject != null && subject.matches("(image|comment):\\d+")
        ? "/" + subject.replace(":", "s/")
        : null;
  }

  private static String who(Words words, Notification notification) {
    PersonCard latest = notification.actors().getFirst();
    return notification.actorCount() > 1
        ? words.of("notice.who.more", latest.displayName(), notification.actorCount() - 1)
        : words.of("notice.who", latest.displayName());
  }
}
