package com.aipixels.moderation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.servlet.HandlerMapping;

/// What a member may do even while suspended: appeal, take their things along, delete them, leave,
/// keep others away, and read their mail. `{}` stands for any variable.
final class ByRight {

  private static final Set<String> CALLS =
      """
      POST /api/v1/moderation/actions/{}/appeal
      DELETE /api/v1/me
      DELETE /api/v1/images/{}
      DELETE /api/v1/comments/{}
      DELETE /api/v1/collections/{}
      PUT /api/v1/users/{}/block
      DELETE /api/v1/users/{}/block
      PUT /api/v1/users/{}/mute
      DELETE /api/v1/users/{}/mute
      POST /images/{}/delete
      POST /comments/{}/delete
      POST /collections/{}/delete
      POST /users/{}/block
      POST /users/{}/unblock
      POST /users/{}/mute
      POST /users/{}/unmute
      POST /language
      """
          .lines()
          .collect(Collectors.toUnmodifiableSet());

  /// Whatever begins like this, too.
  private static final List<String> PLACES =
      List.of(
          "/api/v1/me/export",
          "/api/v1/me/return",
          "/api/v1/me/notification",
          "/api/v1/me/push-subscriptions",
          "/me/decisions",
          "/me/export",
          "/me/leave",
          "/me/return",
          "/me/notification",
          // These are not for members: they have keys and signatures of their own.
          "/local-clerk/",
          "/webhooks/");

  private ByRight() {}

  static boolean allows(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern == null) {
      return true;
    }
    String path = pattern.toString();
    String call = request.getMethod() + " " + path.replaceAll("\\{[^}]*}", "{}");
    return CALLS.contains(call) || PLACES.stream().anyMatch(path::startsWith);
  }
}
