package com.aipixels.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.database.Lane;
import com.aipixels.identity.TurnableClock;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/// Every test has its own place in the world, as a proxy on this machine would tell it.
@HouseTest
@TestPropertySource(
    properties = {
      "aipixels.test.limits=on",
      "aipixels.limits.generation=3/1m",
      "aipixels.limits.guest=2/1m",
      "aipixels.limits.sign-in=4/1m",
      "aipixels.limits.crowd=2"
    })
class LimitsTest {

  private static final AtomicInteger PLACES = new AtomicInteger();
  private static final String GENERATIONS = "/api/v1/generations";
  private static final String SEARCH = "/api/v1/images?q=sea";
  private static final Map<String, String> BROKEN = Map.of("prompt", "");

  @TestConfiguration
  static class Time {

    @Bean
    @Primary
    TurnableClock turnableClock() {
      return new TurnableClock(Instant.now());
    }
  }

  @LocalServerPort int port;
  @Autowired TurnableClock clock;
  @Autowired DataSource database;

  private final String here = place();

  @Test
  void saysWithEveryAnswerHowMuchIsLeft() {
    var member = member("counted");

    var first = ask(member, here);
    clock.turn(Duration.ofSeconds(5));
    var second = ask(member, here);

    assertThat(limit(first)).containsExactly("3", "2", "20");
    assertThat(limit(second)).containsExactly("3", "1", "35");
    assertThat(first.headers().firstValue("Retry-After")).isEmpty();
    assertThat(limit(member.get("/api/v1/me"))).containsExactly("", "", "");
  }

  @Test
  void refusesWhatIsAskedTooOftenAndLetsTimeHealIt() {
    var member = member("eager");
    var others = member("calm");
    for (var i = 0; i < 3; i++) {
      assertThat(ask(member, here).statusCode()).isEqualTo(400);
    }

    var refused = member.post(GENERATIONS, Map.of("prompt", "sea"), "X-Forwarded-For", here);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("20");
    assertThat(limit(refused)).containsExactly("3", "0", "60");
    assertThat(Caller.json(refused).get("code").asString()).isEqualTo("too_many_requests");
    assertThat(Caller.json(member.get("/api/v1/me/credits")).get("credits").asInt()).isEqualTo(10);
    assertThat(Caller.json(member.get(GENERATIONS)).get("items")).isEmpty();
    assertThat(ask(others, here).statusCode()).isEqualTo(400);

    clock.turn(Duration.ofSeconds(20));
    assertThat(ask(member, here).statusCode()).isEqualTo(400);
    assertThat(ask(member, here).statusCode()).isEqualTo(429);
  }

  @Test
  void countsAMemberWhereverTheyAre() {
    var member = member("traveller");
    for (var i = 0; i < 3; i++) {
      assertThat(ask(member, place()).statusCode()).isEqualTo(400);
    }
    assertThat(ask(member, place()).statusCode()).isEqualTo(429);
  }

  @Test
  void countsTheMembersAtOnePlaceTogetherToo() {
    var members = List.of(member("one"), member("two"), member("three"));
    for (var i = 0; i < 6; i++) {
      assertThat(ask(members.get(i % 3), here).statusCode()).isEqualTo(400);
    }

    var refused = ask(members.getFirst(), here);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(limit(refused)).containsExactly("6", "0", "60");
    var elsewhere = ask(members.getFirst(), place());
    assertThat(limit(elsewhere)).as("what was refused is not counted").startsWith("3", "0");
  }

  @Test
  void countsGuestsByTheirNetwork() {
    assertThat(search("2001:db8:1:2::1").statusCode()).isEqualTo(200);
    assertThat(search("2001:db8:1:2:ffff::2").statusCode()).isEqualTo(200);
    assertThat(search("2001:db8:1:2::3").statusCode()).isEqualTo(429);
    assertThat(search("2001:db8:1:3::1").statusCode()).isEqualTo(200);
    var looking = Caller.guest(port).get("/api/v1/images", "X-Forwarded-For", "2001:db8:1:2::1");
    assertThat(looking.statusCode()).as("only searching is limited").isEqualTo(200);
  }

  @Test
  void believesTheNearestProxyAndNotWhatItsClientSaid() {
    assertThat(search(place() + ", " + here).statusCode()).isEqualTo(200);
    assertThat(search(place() + ", " + here).statusCode()).isEqualTo(200);
    assertThat(search(place() + ", " + here).statusCode()).isEqualTo(429);
  }

  @Test
  void aQuestionForTheHeadersAloneIsCountedAsTheOther() {
    assertThat(head(SEARCH).statusCode()).isEqualTo(200);
    assertThat(search(here).statusCode()).isEqualTo(200);
    assertThat(head(SEARCH).statusCode()).isEqualTo(429);
  }

  @Test
  void limitsSigningInWhoeverItIs() {
    for (var i = 0; i < 4; i++) {
      assertThat(signIn("guess" + i).statusCode()).isEqualTo(200);
    }
    assertThat(signIn("guess").statusCode()).isEqualTo(429);
  }

  @Test
  void refusesAFormWithAPage() {
    create();
    create();

    var page = create();

    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("Retry-After")).hasValue("30");
  }

  @Test
  void countsNothingThatAnotherSiteSends() {
    var token = Caller.json(signIn("victim")).get("token").asString();
    for (var i = 0; i < 5; i++) {
      var forged =
          Caller.guest(port)
              .post(
                  GENERATIONS,
                  BROKEN,
                  "Cookie",
                  "__session=" + token,
                  "Origin",
                  "https://evil.example",
                  "X-Forwarded-For",
                  here);
      assertThat(forged.statusCode()).isEqualTo(403);
    }
    var own =
        Caller.guest(port)
            .post(GENERATIONS, BROKEN, "Authorization", "Bearer " + token, "X-Forwarded-For", here);
    assertThat(limit(own)).startsWith("3", "2");
  }

  @Test
  void asksTheDatabaseNothingBeforeItRefuses() throws SQLException {
    search(here);
    search(here);
    var pool = Lane.READS.call(() -> database.unwrap(HikariDataSource.class));
    List<Connection> all = new ArrayList<>();
    try {
      while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
        all.add(pool.getConnection());
      }
      assertThat(search(here).statusCode()).isEqualTo(429);
    } finally {
      for (var connection : all) {
        connection.close();
      }
    }
  }

  @Test
  void theApiSaysWhichOfItsOperationsAreLimited() {
    var limited = new ArrayList<String>();
    var declared = new ArrayList<String>();
    Caller.json(Caller.guest(port).get("/openapi.json"))
        .get("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              var call = method.toUpperCase(Locale.ROOT) + " " + path;
              if (Activity.named(call) != null || Activity.named(call + "?q") != null) {
                limited.add(call);
              }
              if (operation.get("responses").has("429")) {
                declared.add(call);
              }
            }));
    assertThat(declared).isNotEmpty().containsExactlyInAnyOrderElementsOf(limited);
  }

  private Caller member(String name) {
    var member = Caller.signedIn(port, name);
    clock.turn(Duration.ofMinutes(1));
    return member;
  }

  private HttpResponse<String> ask(Caller member, String place) {
    return member.post(GENERATIONS, BROKEN, "X-Forwarded-For", place);
  }

  private HttpResponse<String> search(String place) {
    return Caller.guest(port).get(SEARCH, "X-Forwarded-For", place);
  }

  private HttpResponse<String> head(String path) {
    var question =
        Caller.guest(port)
            .request(path, "X-Forwarded-For", here)
            .method("HEAD", BodyPublishers.noBody());
    return Caller.send(question, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signIn(String name) {
    return Caller.guest(port)
        .post("/local-clerk/sign-in", Map.of("username", name), "X-Forwarded-For", here);
  }

  private HttpResponse<String> create() {
    var form =
        Caller.guest(port)
            .request("/create", "X-Forwarded-For", here, "Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("prompt=sea"));
    return Caller.send(form, HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> limit(HttpResponse<?> answer) {
    return List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset").stream()
        .map(name -> answer.headers().firstValue(name).orElse(""))
        .toList();
  }

  private static String place() {
    return "203.0.113." + PLACES.incrementAndGet();
  }
}
