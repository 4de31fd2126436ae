package com.aipixels.limits;

import com.aipixels.identity.Viewer;
import com.aipixels.identity.Viewers;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Counts a request before anything else is done for it, so that refusing one costs no query. A
/// request that is refused for what it is, such as one from another site, counts against nobody.
@Component
class Turnstile implements HandlerInterceptor {

  private final Allowances allowances;
  private final Viewers viewers;

  Turnstile(Allowances allowances, Viewers viewers) {
    this.allowances = allowances;
    this.viewers = viewers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Activity activity = Activity.of(request);
    if (activity != null) {
      Network network = Network.of(request.getRemoteAddr());
      Standing standing = allowances.take(activity, Asker.of(viewer(activity, request), network));
      standing.tell(response);
      if (standing.isRefused()) {
        throw new Problem(
            ProblemCode.TOO_MANY_REQUESTS,
            "This was asked too often; Retry-After says when again.");
      }
    }
    return true;
  }

  /// Whoever signs in is nobody yet.
  private Viewer viewer(Activity activity, HttpServletRequest request) {
    return activity == Activity.SIGN_IN ? new Viewer.Guest() : viewers.of(request);
  }
}
