package com.aipixels.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.push.FakePushService.Answer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Browsers that are told of news while nobody looks.
@HouseTest
class PushTest {

  private static final String BROWSERS = "/api/v1/me/push-subscriptions";
  private static final FakePushService PUSH_SERVICE = new FakePushService();

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @DynamicPropertySource
  static void turnOn(DynamicPropertyRegistry settings) {
    settings.add("aipixels.push.contact", () -> "mailto:ops@aipixels.example");
    settings.add("aipixels.push.hosts", PUSH_SERVICE::host);
    settings.add("aipixels.push.allow-http", () -> true);
  }

  @AfterAll
  static void stop() {
    PUSH_SERVICE.close();
  }

  @Test
  void aBrowserIsToldOfTheLatestNews() {
    var maker = Caller.signedIn(port, "push-maker");
    var picture = hang(maker);
    var browser = subscribed(maker, "maker", "ko");

    like(picture, "push-fan");
    var told = browser.read(PUSH_SERVICE.next("maker"));
    assertThat(told.get("body").asString()).isEqualTo("push-fan 님이 내 그림을 좋아해요.");
    assertThat(told.get("url").asString()).isEqualTo("/images/" + picture);
    assertThat(told.get("unread").asInt()).isEqualTo(1);

    like(picture, "push-other-fan");
    var again = browser.read(PUSH_SERVICE.next("maker"));
    assertThat(again.get("body").asString()).contains("push-other-fan", "외 1명");
    assertThat(again.get("tag")).isEqualTo(told.get("tag"));
  }

  @Test
  void whatComesWhileABrowserIsBeingToldIsToldAfterwards() {
    var maker = Caller.signedIn(port, "push-busy");
    var picture = hang(maker);
    var browser = subscribed(maker, "busy", "en");
    var second = new CountDownLatch(1);
    PUSH_SERVICE.plan(
        "busy", new Answer(201, null, () -> await().until(() -> second.getCount() == 0)));

    like(picture, "push-first");
    await().until(() -> attempts(maker) == 1);
    like(picture, "push-second");
    settle();
    second.countDown();

    var first = browser.read(PUSH_SERVICE.next("busy"));
    assertThat(first.get("body").asString()).isEqualTo("push-first liked your picture.");
    var next = browser.read(PUSH_SERVICE.next("busy"));
    assertThat(next.get("body").asString()).startsWith("push-second and 1 more");
  }

  @Test
  void aBrowserThatIsGoneIsForgotten() {
    var maker = Caller.signedIn(port, "push-gone");
    var picture = hang(maker);
    subscribed(maker, "gone", "ko");
    PUSH_SERVICE.plan("gone", new Answer(410));

    like(picture, "push-late");

    await().until(() -> Caller.json(maker.get(BROWSERS)).get("items").isEmpty());
  }

  @Test
  void aBusyPushServiceIsLeftAloneForAsLongAsItAsks() {
    var maker = Caller.signedIn(port, "push-patient");
    var picture = hang(maker);
    subscribed(maker, "patient", "ko");
    PUSH_SERVICE.plan("patient", new Answer(429, "3600", () -> {}));

    like(picture, "push-eager");

    await().until(() -> minutesUntilDue(maker) > 50);
    like(picture, "push-more-eager");
    settle();
    assertThat(minutesUntilDue(maker)).isGreaterThan(50);
  }

  @Test
  void whoReadsBeforeThePushIsNotTold() {
    var maker = Caller.signedIn(port, "push-reader");
    var picture = hang(maker);
    subscribed(maker, "reader", "ko");
    PUSH_SERVICE.plan("reader", new Answer(503, "3600", () -> {}));
    like(picture, "push-seen");
    await().until(() -> minutesUntilDue(maker) > 50);
    PUSH_SERVICE.next("reader");

    var position = Caller.json(maker.get("/api/v1/me/notifications")).at("/items/0/position");
    maker.post("/api/v1/me/notifications/read", Map.of("upTo", position.asLong()));
    database
        .sql("UPDATE push_subscriptions SET due_at = now() WHERE clerk_user_id = :member")
        .param("member", maker.userId())
        .update();

    await().until(() -> !isDue(maker));
    assertThat(PUSH_SERVICE.waiting("reader")).isZero();
  }

  @Test
  void whoeverUsesABrowserLastIsToldThere() {
    var first = Caller.signedIn(port, "push-sister");
    var second = Caller.signedIn(port, "push-brother");
    var browser = subscribed(first, "shared", "ko");
    second.put(BROWSERS, browser.subscription(PUSH_SERVICE.endpoint("shared"), "ko"));

    assertThat(Caller.json(first.get(BROWSERS)).get("items")).isEmpty();
    assertThat(Caller.json(second.get(BROWSERS)).get("items")).hasSize(1);
  }

  @Test
  void aMemberTurnsABrowserOffAndHasNoMoreThanTwenty() {
    var member = Caller.signedIn(port, "push-many");
    for (int i = 0; i < 22; i++) {
      subscribed(member, "many" + i, "ko");
    }
    var browsers = Caller.json(member.get(BROWSERS));
    assertThat(browsers.get("items")).hasSize(20);
    assertThat(browsers.get("applicationServerKey").asString()).hasSize(87);

    var newest = browsers.at("/items/0/id").asString();
    assertThat(member.delete(BROWSERS + "/" + newest).statusCode()).isEqualTo(204);
    assertThat(member.delete(BROWSERS + "/" + newest).statusCode()).isEqualTo(204);
    assertThat(Caller.json(member.get(BROWSERS)).get("items")).hasSize(19);
  }

  @Test
  void nothingIsSentWhereNoPushServiceIs() {
    var member = Caller.signedIn(port, "push-stranger");
    var browser = new SubscribedBrowser();
    for (var endpoint :
        new String[] {
          "https://169.254.169.254/latest",
          "http://127.0.0.1:1/send",
          "http://localhost:" + port + "/",
          "https://push.evil.example/send",
          "file:///etc/passwd",
          "no address",
        }) {
      var answer = member.put(BROWSERS, browser.subscription(endpoint, "ko"));
      assertThat(answer.statusCode()).as(endpoint).isEqualTo(400);
      assertThat(answer.body()).contains("\"field\":\"endpoint\"");
    }
    var keys = Map.of("p256dh", "AAAA", "auth", "AAAA");
    var answer = member.put(BROWSERS, Map.of("endpoint", PUSH_SERVICE.endpoint("x"), "keys", keys));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"keys\"");
  }

  @Test
  void whoeverLeavesIsNotTold() {
    var maker = Caller.signedIn(port, "push-leaver");
    subscribed(maker, "leaver", "ko");

    maker.delete("/api/v1/me?now=true");

    await().until(() -> browsers(maker) == 0);
  }

  private SubscribedBrowser subscribed(Caller member, String name, String language) {
    var browser = new SubscribedBrowser();
    var answer = member.put(BROWSERS, browser.subscription(PUSH_SERVICE.endpoint(name), language));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return browser;
  }

  private int hang(Caller owner) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, 'wall', 'prompt', 'public')
            RETURNING id
            """)
        .param("owner", owner.userId())
        .query(Integer.class)
        .single();
  }

  private void like(int picture, String fan) {
    var answer = Caller.signedIn(port, fan).put("/api/v1/images/" + picture + "/like");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private void settle() {
    await().until(() -> number("SELECT count(*) FROM notice_causes", "") == 0);
  }

  private int attempts(Caller member) {
    return number(
        "SELECT attempts FROM push_subscriptions WHERE clerk_user_id = :member", member.userId());
  }

  private int browsers(Caller member) {
    return number(
        "SELECT count(*) FROM push_subscriptions WHERE clerk_user_id = :member", member.userId());
  }

  private boolean isDue(Caller member) {
    return number(
            "SELECT count(due_at) FROM push_subscriptions WHERE clerk_user_id = :member",
            member.userId())
        > 0;
  }

  private int minutesUntilDue(Caller member) {
    return number(
        """
        SELECT COALESCE(EXTRACT(epoch FROM due_at - now()) / 60, 0)::integer
        FROM push_subscriptions WHERE clerk_user_id = :member
        """,
        member.userId());
  }

  private int number(String sql, String member) {
    return database.sql(sql).param("member", member).query(Integer.class).single();
  }
}
