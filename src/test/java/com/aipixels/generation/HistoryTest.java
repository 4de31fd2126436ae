package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// What one asked for before.
@HouseTest
@TestPropertySource(properties = "aipixels.story=history")
class HistoryTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired GenerationQueue queue;

  @BeforeEach
  void standStill() {
    queue.stop();
  }

  @Test
  void findsRequestsByTheirWords() {
    var member = Caller.signedIn(port, "searcher");
    asked(member, "노을 지는 바다 위의 배", "boat on the sea at sunset", 1);
    asked(member, "밤바다를 걷는 고양이", "a cat walking by the night sea", 1);
    asked(member, "100% 순수한 숲_속", "pure forest", 1);
    asked(Caller.signedIn(port, "somebody"), "남의 바다", "another's sea", 1);

    assertThat(prompts(member, "바다")).containsExactly("밤바다를 걷는 고양이", "노을 지는 바다 위의 배");
    assertThat(prompts(member, "바다 고양")).containsExactly("밤바다를 걷는 고양이");
    assertThat(prompts(member, "SUNSET")).containsExactly("노을 지는 바다 위의 배");
    assertThat(prompts(member, "%")).containsExactly("100% 순수한 숲_속");
    assertThat(prompts(member, "숲_")).containsExactly("100% 순수한 숲_속");
    assertThat(prompts(member, "산")).isEmpty();
    assertThat(member.get("/api/v1/generations?q=%20").statusCode()).isEqualTo(400);
    assertThat(member.get("/api/v1/generations?q=" + "a".repeat(201)).statusCode()).isEqualTo(400);
  }

  @Test
  void looksThroughAWindowAtATimeAndGoesOnAfterIt() {
    var member = Caller.signedIn(port, "prolific");
    asked(member, "오래전의 등대", "lighthouse", 1);
    asked(member, "다른 것", "something else", HistoryQueries.WINDOW + 500);
    asked(member, "새 등대", "lighthouse", 1);

    var first = Caller.json(member.get("/api/v1/generations?limit=5&q=" + encoded("등대")));
    assertThat(first.get("items")).hasSize(1);
    var next = first.get("nextCursor").asString();
    var second =
        Caller.json(
            member.get("/api/v1/generations?limit=5&q=" + encoded("등대") + "&cursor=" + next));

    assertThat(second.get("items").get(0).get("prompt").asString()).isEqualTo("오래전의 등대");
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void suggestsOnesOwnPromptsTheLastUsedFirst() {
    var member = Caller.signedIn(port, "forgetful");
    asked(member, "바닷가의 등대", null, 2);
    asked(member, "산 위의 성", null, 1);
    asked(member, "바다 위의 배", null, 1);
    asked(member, "바닷가의 등대", null, 1);

    var items = Caller.json(member.get("/api/v1/me/prompts")).get("items");

    assertThat(items.valueStream().map(item -> item.get("prompt").asString()))
        .containsExactly("바닷가의 등대", "바다 위의 배", "산 위의 성");
    assertThat(items.get(0).get("count").asInt()).isEqualTo(3);
    assertThat(items.get(0).get("usedAt").asString()).endsWith("Z");
    // 받 is 바다 in the middle of being typed.
    for (var typed : List.of("바", "받", "바다")) {
      assertThat(suggested(member, typed)).contains("바다 위의 배").doesNotContain("산 위의 성");
    }
    assertThat(suggested(member, "위의")).containsExactly("바다 위의 배", "산 위의 성");
    assertThat(suggested(Caller.signedIn(port, "novice"), "")).isEmpty();
    assertThat(member.get("/api/v1/me/prompts?limit=0").statusCode()).isEqualTo(400);
    assertThat(Caller.guest(port).get("/api/v1/me/prompts").statusCode()).isEqualTo(401);
  }

  private List<String> prompts(Caller member, String words) {
    var found = Caller.json(member.get("/api/v1/generations?q=" + encoded(words))).get("items");
    var prompts = new ArrayList<String>();
    found.forEach(item -> prompts.add(item.get("prompt").asString()));
    return prompts;
  }

  private List<String> suggested(Caller member, String typed) {
    return Caller.json(member.get("/api/v1/me/prompts?q=" + encoded(typed)))
        .get("items")
        .valueStream()
        .map(item -> item.get("prompt").asString())
        .toList();
  }

  private void asked(Caller member, String prompt, @Nullable String translated, int times) {
    database
        .sql(
            """
            INSERT INTO generations (id, clerk_user_id, status, prompt, translated_prompt, image_size, aspect_ratio,
              visibility, tags, allow_download, allow_comments, seed, request_hash, credits_remaining, engine,
              deadline, finished_at)
            SELECT gen_random_uuid(), :member, 'cancelled', :prompt, :translated, 'small', '1:1',
              'private', '{}', true, true, 1, '', 9, 'painter', now(), now()
            FROM generate_series(1, :times)
            """)
        .param("member", member.userId())
        .param("prompt", prompt)
        .param("translated", translated)
        .param("times", times)
        .update();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
