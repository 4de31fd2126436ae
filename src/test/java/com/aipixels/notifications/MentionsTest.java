package com.aipixels.notifications;

import static com.aipixels.notifications.Neighbourhood.say;
import static com.aipixels.notifications.Neighbourhood.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HouseTest
class MentionsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  private Neighbourhood here;

  @BeforeEach
  void moveIn() {
    here = new Neighbourhood(port, database);
  }

  @Test
  void whoeverIsNamedHearsOfItOnce() {
    var maker = known("mm-maker");
    var writer = known("mm-writer");
    var named = known("엠엠민지");
    var picture = here.hang(maker);

    var comment = say(writer, picture, "@엠엠민지님 보세요! @MM-Maker도, @nobody도 @엠엠민지", null);

    assertThat(mentions(writer, comment))
        .containsOnly(Map.entry("엠엠민지", named.userId()), Map.entry("MM-Maker", maker.userId()));
    assertThat(here.lines(named)).containsExactly("mention 1*");
    assertThat(here.lines(maker)).containsExactly("mention 1*");
    assertThat(here.inbox(named).getFirst().get("comment").get("id").asInt()).isEqualTo(comment);
  }

  @Test
  void editingChangesWhoIsNamed() {
    var maker = known("me-maker");
    var first = known("me-first");
    var second = known("me-second");
    var picture = here.hang(maker);
    var comment = say(maker, picture, "@me-first 안녕", null);
    assertThat(here.lines(first)).containsExactly("mention 1*");

    maker.patch("/api/v1/comments/" + comment, Map.of("content", "@me-second가 아니라"));

    assertThat(here.lines(first)).isEmpty();
    assertThat(here.lines(second)).containsExactly("mention 1*");
    here.readAll(second);
    maker.patch("/api/v1/comments/" + comment, Map.of("content", "아무도 아니고"));
    maker.patch("/api/v1/comments/" + comment, Map.of("content", "@me-second 다시"));
    assertThat(here.lines(second)).containsExactly("mention 1");
  }

  @Test
  void nobodyIsNamedWhoIsKeptApartAndNobodyHearsOfAPictureTheyCannotSee() {
    var maker = known("ma-maker");
    var blocked = known("ma-blocked");
    var other = known("ma-other");
    blocked.put(user(maker) + "/block");
    var shown = here.hang(maker);
    var hidden = here.hang(maker, "private", null);

    var comment = say(maker, shown, "@ma-blocked @ma-other", null);
    say(maker, hidden, "@ma-other", null);

    assertThat(mentions(maker, comment)).containsOnlyKeys("ma-other");
    assertThat(here.lines(blocked)).isEmpty();
    assertThat(here.lines(other)).containsExactly("mention 1*");
    other.put(user(blocked) + "/block");
    assertThat(mentions(blocked, say(other, here.hang(other), "@ma-maker", null))).isEmpty();
  }

  @Test
  void noMoreThanTenAreNamed() {
    var maker = known("mt-maker");
    var names = IntStream.range(0, 12).mapToObj(n -> "mt-name" + n).peek(this::known).toList();
    var text = names.stream().map(name -> "@" + name).collect(Collectors.joining(" "));

    assertThat(mentions(maker, say(maker, here.hang(maker), text, null))).hasSize(10);
  }

  /// Somebody whose name was shown before.
  private Caller known(String name) {
    var member = here.member(name);
    assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(200);
    return member;
  }

  private Map<String, String> mentions(Caller reader, int comment) {
    var answer = reader.get("/api/v1/comments/" + comment);
    return answer.statusCode() == 404
        ? Map.of()
        : Caller.json(answer)
            .get("mentions")
            .valueStream()
            .collect(
                Collectors.toMap(
                    (JsonNode named) -> named.get("username").asString(),
                    named -> named.get("userId").asString()));
  }
}
