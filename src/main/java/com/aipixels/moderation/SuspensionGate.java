package com.aipixels.moderation;

import com.aipixels.database.Lane;
import com.aipixels.identity.Viewers;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses what suspended members would change, whatever it is, except what is theirs by right.
@Component
class SuspensionGate implements HandlerInterceptor {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Suspensions suspensions;
  private final Viewers viewers;

  SuspensionGate(Suspensions suspensions, Viewers viewers) {
    this.suspensions = suspensions;
    this.viewers = viewers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!SAFE_METHODS.contains(request.getMethod()) && !ByRight.allows(request)) {
      // What is asked before each change must not wait for the changes of others.
      Lane.VITAL.call(() -> suspensions.of(viewers.of(request))).ifPresent(SuspensionGate::refuse);
    }
    return true;
  }

  private static void refuse(Suspension suspension) {
    throw new Problem(
        ProblemCode.SUSPENDED,
        "Suspended until %s: %s"
            .formatted(suspension.endsAt().truncatedTo(ChronoUnit.SECONDS), suspension.note()));
  }
}
