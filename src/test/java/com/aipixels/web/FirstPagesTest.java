package com.aipixels.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.identity.TurnableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FirstPagesTest {

  private static final int CROWD = 50;

  private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-26T03:00:00Z"));
  private final FirstPages pages =
      new FirstPages(new WebSettings(Duration.ZERO, Duration.ofSeconds(1)), clock);
  private final AtomicInteger made = new AtomicInteger();
  private final FilterChain making =
      (_, response) -> {
        var answer = (HttpServletResponse) response;
        answer.setHeader("ETag", "W/\"" + made.incrementAndGet() + "\"");
        answer.setContentType("application/json");
        answer.getOutputStream().write(("page " + made).getBytes(UTF_8));
      };

  @Test
  void aPageIsMadeOnceInASecond() throws Exception {
    assertThat(ask(guest("/api/v1/images")).getContentAsString()).isEqualTo("page 1");
    clock.turn(Duration.ofMillis(999));
    var second = ask(guest("/api/v1/images"));
    assertThat(second.getContentAsString()).isEqualTo("page 1");
    assertThat(second.getHeader("ETag")).isEqualTo("W/\"1\"");
    assertThat(second.getContentType()).isEqualTo("application/json");
    clock.turn(Duration.ofMillis(1));
    assertThat(ask(guest("/api/v1/images")).getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void aClockThatIsPutBackKeepsNothing() throws Exception {
    ask(guest("/"));
    clock.turn(Duration.ofHours(-1));
    assertThat(ask(guest("/")).getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void whoHasItIsToldSo() throws Exception {
    ask(guest("/"));
    var again = guest("/");
    again.addHeader("If-None-Match", "W/\"1\"");
    assertThat(ask(again).getStatus()).isEqualTo(304);
    clock.turn(Duration.ofSeconds(2));
    var later = ask(again);
    assertThat(later.getStatus()).isEqualTo(200);
    assertThat(later.getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void everyQueryAndLanguageHasItsOwn() throws Exception {
    var addresses = new ArrayList<MockHttpServletRequest>();
    var english = guest("/");
    english.addPreferredLocale(Locale.ENGLISH);
    var korean = guest("/");
    korean.addPreferredLocale(Locale.KOREAN);
    var elsewhere = guest("/");
    elsewhere.setServerName("pictures.example");
    var popular = guest("/api/v1/images");
    popular.setQueryString("sort=popular");
    addresses.add(english);
    addresses.add(korean);
    addresses.add(elsewhere);
    addresses.add(popular);
    addresses.add(guest("/api/v1/images"));
    for (var request : addresses) {
      ask(request);
      ask(request);
    }
    assertThat(made).hasValue(addresses.size());
  }

  @Test
  void membersAndLaterPagesAreNeverAnsweredFromIt() throws Exception {
    var cookie = guest("/");
    cookie.addHeader("Cookie", "__session=a");
    var token = guest("/api/v1/images");
    token.addHeader("Authorization", "Bearer a");
    var later = guest("/api/v1/images");
    later.setQueryString("cursor=a");
    var other = guest("/api/v1/tags");
    for (var request : new MockHttpServletRequest[] {cookie, token, later, other}) {
      ask(request);
      ask(request);
    }
    assertThat(made).hasValue(8);
  }

  @Test
  void aRefusalIsNotKept() throws Exception {
    FilterChain refusing =
        (_, response) -> {
          made.incrementAndGet();
          ((HttpServletResponse) response).setStatus(400);
        };
    assertThat(ask(guest("/"), refusing).getStatus()).isEqualTo(400);
    assertThat(ask(guest("/"), refusing).getStatus()).isEqualTo(400);
    assertThat(made).hasValue(2);
  }

  @Test
  void aCrowdWaitsForOne() throws Exception {
    var arrived = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    FilterChain slow =
        (request, response) -> {
          arrived.countDown();
          try {
            open.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          making.doFilter(request, response);
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> asking = () -> ask(guest("/"), slow).getContentAsString();
      var answers = new ArrayList<Future<String>>();
      answers.add(threads.submit(asking));
      arrived.await();
      for (var other = 1; other < CROWD; other++) {
        answers.add(threads.submit(asking));
      }
      open.countDown();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo("page 1");
      }
    }
    assertThat(made).hasValue(1);
  }

  private MockHttpServletResponse ask(MockHttpServletRequest request) throws Exception {
    return ask(request, making);
  }

  private MockHttpServletResponse ask(MockHttpServletRequest request, FilterChain chain)
      throws Exception {
    var response = new MockHttpServletResponse();
    pages.doFilter(request, response, chain);
    return response;
  }

  private static MockHttpServletRequest guest(String path) {
    return new MockHttpServletRequest("GET", path);
  }
}
