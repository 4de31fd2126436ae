package com.aipixels.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/// What is limited, and the calls and forms by which it is done. `{}` stands for any variable, `?q`
/// for a parameter that must be there.
enum Activity {
  GENERATION(
      """
      POST /api/v1/generations
      POST /create
      """),
  COMMENT(
      """
      POST /api/v1/images/{}/comments
      POST /images/{}/comments
      POST /comments/{}
      POST /comments/{}/edit
      PATCH /api/v1/comments/{}
      """),
  LIKE(
      """
      PUT /api/v1/images/{}/like
      DELETE /api/v1/images/{}/like
      PUT /api/v1/comments/{}/like
      DELETE /api/v1/comments/{}/like
      POST /images/{}/like
      POST /images/{}/unlike
      POST /comments/{}/like
      POST /comments/{}/unlike
      """),
  FOLLOW(
      """
      PUT /api/v1/users/{}/follow
      DELETE /api/v1/users/{}/follow
      PUT /api/v1/users/{}/block
      DELETE /api/v1/users/{}/block
      PUT /api/v1/users/{}/mute
      DELETE /api/v1/users/{}/mute
      POST /users/{}/mute
      POST /users/{}/unmute
      POST /users/{}/follow
      POST /users/{}/unfollow
      POST /users/{}/block
      POST /users/{}/unblock
      """),
  REPORT(
      """
      POST /api/v1/reports
      POST /api/v1/moderation/actions/{}/appeal
      POST /report
      POST /me/decisions/{}/appeal
      """),
  SEARCH(
      """
      GET /api/v1/images?q
      GET /search
      GET /api/v1/tags
      GET /api/v1/generations?q
      GET /api/v1/me/prompts
      GET /me/generations?q
      """),
  COLLECT(
      """
      POST /api/v1/me/collections
      PATCH /api/v1/collections/{}
      PUT /api/v1/collections/{}/images/{}
      DELETE /api/v1/collections/{}/images/{}
      PUT /api/v1/collections/{}/link
      POST /me/collections
      POST /collections/{}
      POST /collections/{}/link
      POST /collections/{}/images/{}
      POST /collections/{}/images/{}/remove
      POST /collections/{}/images/{}/cover
      POST /images/{}/collect
      """),
  VERIFY(
      """
      GET /api/v1/verify
      POST /api/v1/verify
      POST /verify
      """),
  EXPORT(
      """
      POST /api/v1/me/export
      POST /api/v1/me/import
      POST /me/export
      POST /me/import
      """),
  SIGN_IN(
      """
      POST /local-clerk/sign-in
      """);

  private static final Map<String, Activity> BY_CALL = byCall();

  private final String calls;

  Activity(String calls) {
    this.calls = calls;
  }

  /// What this request does, or null where it may be done without limit.
  static @Nullable Activity of(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern == null) {
      return null;
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    String call = method + " " + pattern;
    Activity always = named(call);
    return always == null && request.getParameter("q") != null ? named(call + "?q") : always;
  }

  /// What a call such as `PUT /api/v1/images/{id}/like` does.
  static @Nullable Activity named(String call) {
    return BY_CALL.get(call.replaceAll("\\{[^}]*}", "{}"));
  }

  private static Map<String, Activity> byCall() {
    Map<String, Activity> activities = new HashMap<>();
    for (Activity activity : values()) {
      activity.calls.lines().forEach(call -> activities.put(call, activity));
    }
    return Collections.unmodifiableMap(activities);
  }
}
