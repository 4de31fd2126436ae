package com.aipixels.faults;

import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.engines.FakeReplicate;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// More people than there are connections, all at once and none of them patient; and beside them
/// those who count on being answered: Clerk, Replicate, and whoever asks how the service is.
final class Crowd implements AutoCloseable {

  private static final int OF_EACH = 12;
  private static final int REST = 100;
  private static final Duration WARMING = Duration.ofSeconds(4);
  private static final List<String> PEOPLE = List.of("like", "comment", "look");

  private final ServiceProcess service;
  private final JdbcClient database;
  private final Answers answers = new Answers();
  private final Queue<String> lostLeases = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> clients = new ArrayList<>();
  private volatile boolean gone;
  private volatile long begun;
  private volatile long ended;

  Crowd(ServiceProcess service, JdbcClient database) {
    this.service = service;
    this.database = database;
  }

  Answers answers() {
    return answers;
  }

  /// What was being made and had nobody's lease.
  List<String> lostLeases() {
    return List.copyOf(lostLeases);
  }

  static boolean isVital(String act) {
    return act.startsWith("/");
  }

  /// Returns when each kind of them has been answered well.
  void gather() throws IOException {
    for (var n = 0; n < OF_EACH; n++) {
      // Each has a picture of their own, so that nobody waits for anybody but the culprit.
      var picture = hang();
      var member = Caller.signedIn(service.port(), "crowd" + n);
      repeat("like", () -> member.put("/api/v1/images/%d/like".formatted(picture)));
      repeat("comment", () -> comment(member, picture));
      repeat("spend", () -> spend(member));
      repeat("look", () -> member.get("/images/" + picture, "Accept", "text/html"));
    }
    var secret = Files.readString(service.data().resolve("local-clerk-webhook-secret.txt")).strip();
    for (var n = 0; n < 3; n++) {
      repeat("/webhooks/clerk", () -> take(clerk(secret)));
      repeat("/webhooks/replicate", () -> take(replicate()));
    }
    var guest = Caller.guest(service.port());
    for (var path : List.of("/livez", "/readyz")) {
      repeat(path, () -> guest.get(path));
    }
    clients.add(threads.submit(this::watchLeases));
    // What runs for the first time is slow by itself.
    var warm = System.nanoTime() + WARMING.toNanos();
    await().atMost(Duration.ofMinutes(1)).until(() -> backAt(warm) < Long.MAX_VALUE);
    begun = System.nanoTime();
  }

  /// What was answered to those who asked during the fault, or after it.
  List<Answers.Answer> since(Predicate<Answers.Answer> are) {
    return answers.that(answer -> answer.begun() > begun && are.test(answer));
  }

  void faultEnds() {
    ended = System.nanoTime();
  }

  /// How long after the end each kind of people was answered well.
  List<Duration> awaitBack() {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> backAt(ended) < Long.MAX_VALUE);
    return PEOPLE.stream().map(act -> Duration.ofNanos(firstSuccess(ended, act) - ended)).toList();
  }

  void leave() throws Exception {
    gone = true;
    for (var client : clients) {
      client.get(1, TimeUnit.MINUTES);
    }
  }

  private long backAt(long after) {
    return PEOPLE.stream().mapToLong(act -> firstSuccess(after, act)).max().orElseThrow();
  }

  private long firstSuccess(long after, String act) {
    return answers.firstSuccess(after, answer -> answer.act().equals(act));
  }

  private void repeat(String act, Supplier<HttpResponse<String>> call) {
    clients.add(
        threads.submit(() -> {
          while (!gone) {
            var _ = answers.to(act, call);
            rest();
          }
        }));
  }

  private static HttpResponse<String> comment(Caller member, int picture) {
    return member.post("/api/v1/images/%d/comments".formatted(picture), Map.of("content", "멋져요"));
  }

  private static HttpResponse<String> spend(Caller member) {
    return member.post("/api/v1/generations", Map.of("prompt", "a boat", "imageSize", "small"));
  }

  private static SignedWebhook clerk(String secret) {
    var id = "user_" + UUID.randomUUID().toString().substring(0, 8);
    var body =
        """
        {"type": "user.created", "object": "event",
         "data": {"id": "%s", "username": "%s", "updated_at": 1000, "has_image": false}}
        """
            .formatted(id, id);
    return SignedWebhook.of("/webhooks/clerk", "svix", secret, "msg_" + id, body);
  }

  private static SignedWebhook replicate() {
    var generation = UUID.randomUUID();
    return SignedWebhook.of(
        "/webhooks/replicate/" + generation,
        "webhook",
        FakeReplicate.WEBHOOK_SECRET,
        "msg_" + generation,
        "{\"id\": \"gm3qorzdhgbfurvjtvhg6dckhu\", \"status\": \"succeeded\"}");
  }

  private HttpResponse<String> take(SignedWebhook webhook) {
    return Caller.send(
        Caller.guest(service.port())
            .request(webhook.path(), webhook.headers())
            .POST(BodyPublishers.ofString(webhook.body())),
        BodyHandlers.ofString());
  }

  private void watchLeases() {
    while (!gone) {
      lostLeases.addAll(
          database
              .sql(
                  """
                  SELECT id || ' since ' || clock_timestamp() - leased_until FROM generations
                  WHERE status = 'running' AND engine_reference IS NOT NULL
                    AND leased_until < clock_timestamp()
                  """)
              .query(String.class)
              .list());
      rest();
    }
  }

  private int hang() {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES ('user_wall', 'wall.png', 'prompt', 'public') RETURNING id
            """)
        .query(Integer.class)
        .single();
  }

  private static void rest() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(REST));
  }

  @Override
  public void close() {
    gone = true;
    threads.close();
  }
}
