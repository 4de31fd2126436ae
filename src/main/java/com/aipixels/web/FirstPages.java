package com.aipixels.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// The first page of a public feed is the same for all guests, and most of what the service is
/// asked for. It is made at most once in `aipixels.web.first-pages`, by one request while the
/// others wait for it, and is ready bytes until then. Whoever brings a cookie or a token is not
/// concerned. It is first of all, because what comes later costs more than sending the bytes; those
/// who got them ready are counted by the meter `aipixels.first.pages` and by no other.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FirstPages extends OncePerRequestFilter {

  private static final int KEPT = 100;
  private static final Counter READY = Metrics.counter("aipixels.first.pages");

  private final Duration age;
  private final InstantSource clock;
  private final Cache<FirstPage, Making> pages = Caffeine.newBuilder().maximumSize(KEPT).build();

  FirstPages(WebSettings settings, InstantSource clock) {
    this.age = settings.firstPages();
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return age.isZero() || !FirstPage.isAskedFor(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Instant now = clock.instant();
    FirstPage asked = FirstPage.of(request);
    Making mine = new Making(now);
    Making latest = pages.getIfPresent(asked);
    Making making =
        latest != null && isFresh(latest, now)
            ? latest
            : pages
                .asMap()
                .compute(asked, (_, other) -> other != null && isFresh(other, now) ? other : mine);
    if (making == mine) {
      make(mine, request, response, chain);
      return;
    }
    Optional<ReadyPage> ready = making.page.join();
    if (ready.isPresent()) {
      READY.increment();
      ready.get().send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isFresh(Making latest, Instant now) {
    return !now.isBefore(latest.begun) && now.isBefore(latest.begun.plus(age));
  }

  private static void make(
      Making making, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper recorded = new ContentCachingResponseWrapper(response);
    Optional<ReadyPage> page = Optional.empty();
    try {
      chain.doFilter(new Unconditional(request), recorded);
      page = ReadyPage.of(recorded);
    } finally {
      making.page.complete(page);
    }
    if (page.isPresent()) {
      page.get().sendBody(request, response);
    } else {
      recorded.copyBodyToResponse();
    }
  }

  /// One who makes a page, or made it; nothing where it turned out to be none for everybody.
  private static final class Making {

    private final Instant begun;
    private final CompletableFuture<Optional<ReadyPage>> page = new CompletableFuture<>();

    Making(Instant begun) {
      this.begun = begun;
    }
  }

  /// Asks for the page itself, whatever its sender has of it: the others may have nothing.
  private static final class Unconditional extends HttpServletRequestWrapper {

    Unconditional(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH) ? null : super.getHeader(name);
    }
  }
}
