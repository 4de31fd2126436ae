package com.aipixels.visibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.storage.ObjectStore;
import com.aipixels.visibility.VisibilityRow.State;
import com.aipixels.visibility.VisibilityRow.Who;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/// Every operation × every caller × every state of a picture. What may not be seen answers byte for
/// byte as what never was, and what is refused changes nothing.
@HouseTest
@TestPropertySource(
    properties = {
      "aipixels.story=visibility",
      "aipixels.engine=replicate",
      "aipixels.engines.replicate.api-token=r8_test",
      "aipixels.engines.replicate.base-url=http://127.0.0.1:9"
    })
@Execution(ExecutionMode.CONCURRENT)
class VisibilityMatrixTest {

  private static final AtomicInteger CASTS = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired TransactionOperations transaction;
  @Autowired ObjectStore files;

  static Stream<VisibilityRow> rows() {
    return VisibilityRow.all().stream();
  }

  @Test
  void everyOperationHasARowAndEveryRowAllItsCells() {
    var published = new TreeSet<String>();
    var paths = Caller.json(Caller.guest(port).get("/openapi.json")).get("paths");
    paths
        .propertyNames()
        .forEach(path ->
            paths
                .get(path)
                .propertyNames()
                .forEach(method -> published.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(published).hasSizeGreaterThan(40);
    assertThat(rows().map(VisibilityRow::operation)).containsAll(published);
    assertThat(published).containsAll(rows().map(VisibilityRow::operation).toList());
    assertThat(rows()).allSatisfy(row -> assertThat(row.cells()).containsOnlyKeys(State.values()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void showsAndDoesOnlyWhatTheCallerMay(VisibilityRow row) {
    var cast = newCast();
    var wrong = new ArrayList<String>();
    for (var state : State.values()) {
      Scene scene = null;
      for (var who : Who.values()) {
        if (scene == null) {
          scene = set(cast, state);
        }
        var expected = row.cells().get(state).get(who);
        var mistake = mistake(row, scene, who, expected);
        if (!mistake.isEmpty()) {
          wrong.add(state + " " + who + " should get " + expected + ": " + mistake);
        }
        // Whoever looks, or is refused, leaves the scene as it was.
        if (!mistake.isEmpty() || !(row.method().equals("GET") || isRefusal(expected))) {
          scene = null;
          if (endsAMember(row)) {
            cast = newCast();
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private String mistake(VisibilityRow row, Scene scene, Who who, String expected) {
    if (row.path().contains("?q=")) {
      scene.waitForTheSearch();
    }
    if (row.path().endsWith("/notifications") || row.path().endsWith("/me/events")) {
      scene.waitForTheInboxes();
    }
    var before = isRefusal(expected) ? scene.digest() : "";
    var answer = ask(row, scene, who, true);
    var status = expected.replaceAll("\\D", "");
    if (answer.statusCode() != Integer.parseInt(status)) {
      return answer.statusCode() + " " + answer.body();
    }
    if (expected.endsWith("+") != scene.shows(row.trace(), answer.body())
        && !expected.equals(status)) {
      return answer.body();
    }
    if (isRefusal(expected)) {
      if (!scene.digest().equals(before)) {
        return "refused, and yet something changed";
      }
      if (scene.shows(row.trace(), answer.body())) {
        return "refused, and yet it tells: " + answer.body();
      }
    }
    if (answer.statusCode() == 404) {
      var never = ask(row, scene, who, false);
      if (!seen(answer).equals(seen(never))) {
        return seen(answer) + "\nis not what never was:\n" + seen(never);
      }
    }
    return "";
  }

  private HttpResponse<String> ask(VisibilityRow row, Scene scene, Who who, boolean there) {
    var path = there ? scene.fill(row.path()) : scene.fillWithNothing(row.path());
    var body = scene.fill(row.body());
    var request =
        scene
            .caller(who)
            .request(path)
            .method(
                row.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request.setHeader("Content-Type", "application/json");
    return row.path().equals("/api/v1/me/events")
        ? Caller.send(request, _ -> new FirstEvent())
        : Caller.send(request, BodyHandlers.ofString());
  }

  private static boolean isRefusal(String expected) {
    return expected.startsWith("4");
  }

  private static List<Object> seen(HttpResponse<String> answer) {
    var headers = new ArrayList<>(answer.headers().map().keySet());
    headers.removeAll(Set.of("date", "connection"));
    return List.of(answer.statusCode(), headers, answer.body());
  }

  private static boolean endsAMember(VisibilityRow row) {
    return row.operation().equals("DELETE /api/v1/me");
  }

  /// What a scene tells of is told once, when all of it is there.
  private Scene set(Cast cast, State state) {
    return requireNonNull(transaction.execute(_ -> Scene.set(database, cast, state)));
  }

  private Cast newCast() {
    return new Cast(port, database, files, "cast" + CASTS.incrementAndGet());
  }
}
