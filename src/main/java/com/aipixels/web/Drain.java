package com.aipixels.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A process that is told to stop is not ready any more, and goes on answering for
/// `aipixels.web.drain`, until whoever balances has noticed. Each answer ends its connection, so
/// that none is left on which a request could meet the end.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Drain extends OncePerRequestFilter {

  private final ApplicationContext context;
  private final Duration lasts;
  private volatile boolean begun;

  Drain(ApplicationContext context, WebSettings settings) {
    this.context = context;
    this.lasts = settings.drain();
  }

  /// Comes before anything is stopped.
  @EventListener
  void stopping(ContextClosedEvent event) {
    if (context.equals(event.getApplicationContext()) && !begun) {
      begun = true;
      try {
        Thread.sleep(lasts);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (begun) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }
}
