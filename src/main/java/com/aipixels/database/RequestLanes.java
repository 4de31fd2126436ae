package com.aipixels.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Shows each request its [Lane].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class RequestLanes extends OncePerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /// Whoever sends these counts on an answer, and stops us without one.
  private static final List<String> VITAL = List.of("/actuator/", "/livez", "/readyz");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Lane lane = lane(request);
    try {
      ScopedValue.where(Lanes.WAIT, Lanes.Wait.in(lane))
          .call(() ->
              lane.call(() -> {
                chain.doFilter(request, response);
                return true;
              }));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static Lane lane(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (VITAL.stream().anyMatch(path::startsWith)) {
      return Lane.VITAL;
    }
    if (path.startsWith("/webhooks/")) {
      return Lane.WEBHOOKS;
    }
    return SAFE_METHODS.contains(request.getMethod()) ? Lane.READS : Lane.WRITES;
  }
}
