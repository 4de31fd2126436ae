package com.aipixels.gallery;

import com.aipixels.storage.FileAnswer;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Files of public pictures are what a service of pictures is asked for most. What one guest was
/// given the others are given for `aipixels.files.remembered`, as long as a cache in front may keep
/// it, too, without asking the database and before anything else that costs more than the sending.
/// Whoever brings a cookie or a token is not concerned. Counted by the meter `aipixels.open.files`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OpenFiles extends OncePerRequestFilter {

  private static final String FOLDER = "/files/";
  private static final int REMEMBERED = 10_000;
  private static final Counter GIVEN = Metrics.counter("aipixels.open.files");

  /// What each answer says of itself.
  private static final Set<String> OWN =
      Set.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.DATE,
          HttpHeaders.CONNECTION,
          "Keep-Alive");

  private final Duration remembered;
  private final ObjectStore store;
  private final InstantSource clock;
  private final Cache<File, Answer> answers = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  OpenFiles(FileSettings settings, ObjectStore store, InstantSource clock) {
    this.remembered = settings.remembered();
    this.store = store;
    this.clock = clock;
  }

  /// @param scheme some headers are only for those who come by TLS
  private record File(String scheme, String name) {}

  /// @param asked when, and so from before it was looked up; sending it to whoever reads slowly may
  ///   take longer than it holds
  private record Answer(Instant asked, String mediaType, Map<String, List<String>> headers) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(FOLDER)
        || !request.getMethod().equals(HttpMethod.GET.name())
        || request.getHeader(HttpHeaders.COOKIE) != null
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    File file = new File(request.getScheme(), request.getRequestURI().substring(FOLDER.length()));
    Instant now = clock.instant();
    Answer answer = answers.getIfPresent(file);
    Optional<StoredObject> stored =
        answer != null && holds(answer, now)
            ? store.open(new ObjectKey(file.name))
            : Optional.empty();
    if (answer != null && stored.isPresent()) {
      GIVEN.increment();
      give(answer, stored.get(), request, response);
    } else {
      chain.doFilter(request, response);
      remember(file, now, response);
    }
  }

  private boolean holds(Answer answer, Instant now) {
    return !now.isBefore(answer.asked) && now.isBefore(answer.asked.plus(remembered));
  }

  private static void give(
      Answer answer, StoredObject file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.headers.forEach(
        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
    if (answer.headers.containsKey(FileController.ACCEL_REDIRECT)) {
      response.setContentType(answer.mediaType);
    } else {
      new FileAnswer(file, answer.mediaType).send(request, response);
    }
  }

  private void remember(File file, Instant asked, HttpServletResponse response) {
    String caching = response.getHeader(HttpHeaders.CACHE_CONTROL);
    if (response.getStatus() != HttpServletResponse.SC_OK
        || caching == null
        || !caching.startsWith(FileController.FOR_EVERYBODY)) {
      return;
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : response.getHeaderNames()) {
      headers.put(name, new ArrayList<>(response.getHeaders(name)));
    }
    headers.keySet().removeAll(OWN);
    answers.put(file, new Answer(asked, String.valueOf(response.getContentType()), headers));
  }
}
