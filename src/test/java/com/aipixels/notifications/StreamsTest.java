package com.aipixels.notifications;

import static com.aipixels.notifications.Neighbourhood.image;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import com.aipixels.signals.LiveStreams;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// News that arrives while one looks.
@HouseTest
@TestPropertySource(properties = "aipixels.story=streams")
class StreamsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired LiveStreams streams;
  private Neighbourhood here;

  @BeforeEach
  void moveIn() {
    here = new Neighbourhood(port, database);
  }

  @Test
  void everyTabHearsOfNewsAndOfWhatWasReadInAnother() {
    var maker = here.member("tabs-maker");
    var picture = here.hang(maker);
    var first = new Tab(maker);
    var second = new Tab(maker);
    first.hears("unread {\"unreadNotifications\":0}");
    second.hears("unread {\"unreadNotifications\":0}");

    here.member("tabs-fan").put(image(picture) + "/like");

    first.hears("unread {\"unreadNotifications\":1}");
    second.hears("unread {\"unreadNotifications\":1}");
    assertThat(second.heard()).anyMatch(event -> event.contains("\"kind\":\"like\""));

    here.readAll(maker);
    assertThat(first.heard()).isNotEmpty();
    second.hearsAgain("unread {\"unreadNotifications\":0}", 2);
  }

  @Test
  void whoeverComesBackHearsWhatTheyMissed() {
    var maker = here.member("back-maker");
    var picture = here.hang(maker);
    here.member("back-first").put(image(picture) + "/like");
    var seen = here.inbox(maker).getFirst().get("position").asString();
    Neighbourhood.say(here.member("back-second"), picture, "그사이", null);
    here.settle();

    var tab = new Tab(maker, "Last-Event-ID", seen);

    tab.hears("unread {\"unreadNotifications\":2}");
    assertThat(tab.heard())
        .filteredOn(event -> event.startsWith("notification"))
        .singleElement()
        .asString()
        .contains("\"excerpt\":\"그사이\"");
  }

  @Test
  void aStreamEndsWhenItsMemberLeavesAndWhenTheServiceStops() {
    var leaver = here.member("stream-leaver");
    var stayer = here.member("stream-stayer");
    var left = new Tab(leaver);
    var stopped = new Tab(stayer);
    left.hears("unread {\"unreadNotifications\":0}");
    stopped.hears("unread {\"unreadNotifications\":0}");

    leaver.delete("/api/v1/me?now=true");
    assertThat(left.end()).succeedsWithin(Duration.ofSeconds(20));

    streams.stop();
    assertThat(stopped.end()).succeedsWithin(Duration.ofSeconds(20));
    streams.start();
  }
}
