package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.engines.FakeReplicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Webhooks that come five times, in any order, late, in the middle of polling, and from people who
/// have no key. The length is set by `-Daipixels.forgeries` (how many forged ones), and follows
/// from it for the rest; the profile `faults` sets the long one.
///
/// The edges of the tolerance, five minutes and one second either way, are
/// `WebhookSignatureTest.toleratesFiveMinutesEitherWay`: the service's clock is not ours to turn
/// here. How long ids are known is `DeliveryTableTest`.
@Tag("long")
class StormIT {

  private static final int FORGERIES = Integer.getInteger("aipixels.forgeries", 2000);
  private static final boolean LONG = FORGERIES > 10_000;
  private static final long SEED = Long.getLong("aipixels.seed", 20261126);
  private static final int COPIES = 5;
  private static final int FORGERS = 8;

  /// A genuine one is signed anew after so many, so that its time never is what refuses.
  private static final int FROM_ONE = 500;

  private static final List<String> WORDS =
      List.of("fine", "failed", "nsfw", "output-null", "once-file-cut", "once-get-500", "402");

  private static FakeReplicate replicate;
  private static ServiceProcess service;
  private static Checker checker;
  private static Postbox postbox;

  @BeforeAll
  static void start() throws IOException {
    replicate = FakeReplicate.start();
    replicate.control("{\"processingMs\": 200, \"processingMaxMs\": 900, \"pictureScale\": 4}");
    var settings =
        new EngineSettings(replicate).with("PUBLICURL", "http://127.0.0.1:${server.port}");
    service = new ServiceProcess(folder(), settings.environment());
    service.awaitReady();
    checker = new Checker(service.data());
    postbox =
        new Postbox(
            service.port(),
            Files.readString(service.data().resolve("local-clerk-webhook-secret.txt")).strip(),
            new AtomicInteger());
  }

  @AfterAll
  static void stop() {
    service.close();
    replicate.close();
  }

  @Test
  void membersEndAsIfEachEventHadComeOnceAndInOrder() throws Exception {
    var users = LONG ? 300 : 15;
    IntStream.range(0, users).boxed().flatMap(n -> story("clean", n)).forEach(postbox::post);
    var storm = new ArrayList<SignedWebhook>();
    for (var copy = 0; copy < COPIES; copy++) {
      IntStream.range(0, users).boxed().flatMap(n -> story("storm", n)).forEach(storm::add);
    }
    Collections.shuffle(storm, new Random(SEED));
    // The last tenth is late: everything else has had its effect.
    var late = storm.subList(storm.size() * 9 / 10, storm.size());
    postbox.postAll(storm.subList(0, storm.size() * 9 / 10));
    await().untilAsserted(() -> assertThat(people("storm")).hasSize(users));
    postbox.postAll(late);

    await().untilAsserted(() -> assertThat(people("storm")).isEqualTo(people("clean")));
    assertThat(people("clean")).hasSize(users).anyMatch(one -> one.endsWith(" true"));
    new Finding(
            "F8 Clerk's events %d times each, shuffled, late".formatted(COPIES),
            storm.size(),
            0,
            0,
            List.of(),
            users + " members as after a clean run")
        .tell();
  }

  @Test
  void picturesEndAsIfEachWebhookHadComeOnce() throws Exception {
    var times = LONG ? 30 : 1;
    order("clean", times);
    await().atMost(Duration.ofMinutes(10)).until(() -> checker.open() == 0);
    var before = replicate.webhookAnswers().getOrDefault(204, 0);
    replicate.control(
        "{\"webhookCopies\": %d, \"webhookReordered\": true, \"webhookDelayMs\": 700}"
            .formatted(COPIES));
    var ids = order("storm", times);
    var rain = rain(ids);
    postbox.postAll(rain);
    await().atMost(Duration.ofMinutes(10)).until(() -> checker.open() == 0);
    postbox.postAll(rain(ids));

    assertThat(ends("storm")).isEqualTo(ends("clean")).hasSize(WORDS.size());
    assertThat(checker.wrongPictures()).as("pictures").isEmpty();
    assertThat(checker.wrongPayments()).as("payments").isEmpty();
    await()
        .untilAsserted(() ->
            assertThat(replicate.webhookAnswers().getOrDefault(204, 0) - before)
                .isGreaterThanOrEqualTo((COPIES + 1) * (WORDS.size() - 1) * times));
    assertThat(replicate.webhookAnswers()).containsOnlyKeys(204);
    new Finding(
            "F8 Replicate's webhooks %d times each, shuffled, late".formatted(COPIES),
            ids.size(),
            0,
            0,
            List.of(),
            "%d webhooks by the fake, %d more for them and for nothing"
                .formatted(replicate.webhookAnswers().get(204), 2 * rain.size()))
        .tell();
  }

  @Test
  void nobodyIsHeardWithoutTheKey() throws Exception {
    List<Callable<Integer>> forgers =
        IntStream.range(0, FORGERS)
            .<Callable<Integer>>mapToObj(n -> () -> forge(FORGERIES / FORGERS, SEED + n))
            .toList();
    var begun = System.nanoTime();
    var sent = 0;
    for (var forger : Postbox.atOnce(forgers)) {
      sent += forger.get();
    }
    var seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;

    assertThat(sent).isEqualTo(FORGERIES / FORGERS * FORGERS);
    assertThat(
            checker.database().sql("SELECT departed('user_victim')").query(Boolean.class).single())
        .isFalse();
    postbox.post(deletion());
    assertThat(
            checker.database().sql("SELECT departed('user_victim')").query(Boolean.class).single())
        .as("the genuine one takes effect")
        .isTrue();
    new Finding(
            "F8 forged webhooks of Clerk and Replicate",
            sent,
            0,
            0,
            List.of(),
            "all 400; %.0f a second on %d connections".formatted(sent / seconds, FORGERS))
        .tell();
  }

  /// Measured, and not held against a limit: the machine is not ours alone.
  @Test
  void acknowledgesTwoHundredASecond() throws Exception {
    var seconds = LONG ? 60 : 2;
    var sent = acknowledged(0, 200 * (LONG ? 10 : 1)).size();
    for (var minute : List.of("first", "second")) {
      var before = postbox.putOff().get();
      var delays = acknowledged(sent, 200 * seconds);
      sent += delays.size();
      new Finding(
              "F8 acknowledged at 200 a second, the %s minute".formatted(minute),
              delays.size(),
              0,
              0,
              delays,
              "from when each was due; %d put off with 503 and sent again"
                  .formatted(postbox.putOff().get() - before))
          .tell();
    }
  }

  private static List<Duration> acknowledged(int first, int count) throws Exception {
    var pause = Duration.ofSeconds(1).toNanos() / 200;
    var begin = System.nanoTime() + Duration.ofMillis(200).toNanos();
    List<Callable<Duration>> calls =
        IntStream.range(0, count)
            .<Callable<Duration>>mapToObj(n -> () -> acknowledge(first + n, begin + n * pause))
            .toList();
    var delays = new ArrayList<Duration>();
    for (var delay : Postbox.atOnce(calls)) {
      delays.add(delay.get());
    }

    assertThat(delays).hasSize(count);
    return delays;
  }

  private static Duration acknowledge(int number, long due) {
    LockSupport.parkNanos(due - System.nanoTime());
    postbox.post(
        number % 2 == 0
            ? Postbox.nudge(UUID.randomUUID().toString(), number)
            : postbox.user("user.updated", "user_ack" + number % 50, "ack", 1000 + number));
    return Duration.ofNanos(System.nanoTime() - due);
  }

  /// How many were sent and refused as they must be.
  private static int forge(int count, long seed) throws IOException {
    var random = new Random(seed);
    var genuine = deletion();
    try (var connection = new KeptConnection(service.port())) {
      for (var sent = 0; sent < count; sent++) {
        if (sent % FROM_ONE == 0) {
          genuine =
              random.nextBoolean() ? deletion() : Postbox.nudge(UUID.randomUUID().toString(), 0);
        }
        var forged = genuine.forged(random);
        assertThat(connection.status(forged.bytes())).as("%s", forged).isEqualTo(400);
      }
      var control = Postbox.nudge(UUID.randomUUID().toString(), 1);
      assertThat(connection.status(control.bytes())).as("not forged").isEqualTo(204);
    }
    return count;
  }

  private static SignedWebhook deletion() {
    return postbox.clerk(
        "msg_victim",
        "{\"type\": \"user.deleted\", \"data\": {\"id\": \"user_victim\", \"deleted\": true}}");
  }

  private static Stream<SignedWebhook> story(String run, int number) {
    var id = "user_%s%d".formatted(run, number);
    var story =
        Stream.of(
            postbox.user("user.created", id, "first", 1000),
            postbox.user("user.updated", id, "second" + number, 2000),
            postbox.user("user.updated", id, "third" + number, 3000),
            postbox.user("user.updated", id, "fourth" + number, 4000));
    return number % 3 == 0
        ? Stream.concat(
            story,
            Stream.of(
                postbox.clerk(
                    "msg_gone_" + id,
                    "{\"type\": \"user.deleted\", \"data\": {\"id\": \"%s\"}}".formatted(id))))
        : story;
  }

  /// For generations that are being made or have ended, and for as many that never were.
  private static List<SignedWebhook> rain(List<String> ids) {
    var rain = new ArrayList<SignedWebhook>();
    for (var copy = 0; copy < COPIES; copy++) {
      ids.forEach(id -> rain.add(Postbox.nudge(id, rain.size())));
      ids.forEach(_ -> rain.add(Postbox.nudge(UUID.randomUUID().toString(), rain.size())));
    }
    Collections.shuffle(rain, new Random(SEED));
    return rain;
  }

  private static List<String> order(String run, int times) {
    var ids = new ArrayList<String>();
    for (var time = 0; time < times; time++) {
      for (var word : WORDS) {
        var member = Caller.signedIn(service.port(), "%s-%s-%d".formatted(run, word, time));
        ids.add(
            member.ask(
                Map.of("prompt", "a %s boat fake-%s".formatted(run, word), "imageSize", "small")));
      }
    }
    return ids;
  }

  private static List<String> ends(String run) {
    return checker
        .database()
        .sql(
            """
            SELECT split_part(g.prompt, 'fake-', 2) || ' ' || g.status || ' ' || COALESCE(g.error_code, '-')
                   || ' ' || count(*) || ' ' || count(i.id) || ' ' || sum(c.credits)
            FROM generations g
            JOIN user_credits c ON c.clerk_user_id = g.clerk_user_id
            LEFT JOIN images i ON i.generation_id = g.id
            WHERE g.prompt LIKE 'a ' || :run || ' boat %'
            GROUP BY g.prompt, g.status, g.error_code ORDER BY 1
            """)
        .param("run", run)
        .query(String.class)
        .list();
  }

  /// Each member of a run: number, name, and whether they have left.
  private static List<String> people(String run) {
    return checker
        .database()
        .sql(
            """
            SELECT n || ' ' || COALESCE(p.display_name, '-') || ' ' || departed('user_' || :run || n)
            FROM generate_series(0, 999) n
            LEFT JOIN people p ON p.clerk_user_id = 'user_' || :run || n
            WHERE p.clerk_user_id IS NOT NULL OR departed('user_' || :run || n)
            ORDER BY n
            """)
        .param("run", run)
        .query(String.class)
        .list();
  }

  private static Path folder() throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), "storm-");
  }
}
