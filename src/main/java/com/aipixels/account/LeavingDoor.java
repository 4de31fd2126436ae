package com.aipixels.account;

import com.aipixels.identity.Leavers;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.identity.Viewers;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Refuses whoever is leaving everything but to return, to go at once, and to take their things
/// along. What does not ask who is there is open to them as to anybody.
@Component
class LeavingDoor implements HandlerInterceptor {

  private static final Set<String> OPEN =
      Set.of(
          "GET /api/v1/me",
          "DELETE /api/v1/me",
          "POST /api/v1/me/return",
          "POST /api/v1/me/export",
          "GET /api/v1/me/exports",
          "GET /api/v1/me/export/{id}",
          "GET /me/return",
          "POST /me/return",
          "POST /me/leave",
          "POST /me/export",
          "POST /sign-out");

  private final Viewers viewers;
  private final Leavers leavers;

  LeavingDoor(Viewers viewers, Leavers leavers) {
    this.viewers = viewers;
    this.leavers = leavers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What was let in may end: a stream that breaks off is dispatched here once more.
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && asksWho(handler)
        && viewers.of(request) instanceof Viewer.Member(UserId member)
        && leavers.isLeaving(member)
        && !OPEN.contains(call(request))) {
      throw new Problem(
          ProblemCode.LEAVING, "You are leaving; return first, or take your things along.");
    }
    return true;
  }

  private static boolean asksWho(Object handler) {
    return handler instanceof HandlerMethod method
        && Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == Viewer.class);
  }

  private static String call(HttpServletRequest request) {
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return method + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
  }
}
