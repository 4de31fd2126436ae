package com.aipixels.localclerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.webhooks.WebhookSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/// The stand-in's news on their way to whoever listens at this address.
class WebhooksTest {

  @TempDir Path folder;

  private final JsonMapper json = new JsonMapper();
  private final Ids ids = new Ids(new Random(7));
  private final InstantSource clock = InstantSource.system();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final Queue<String> forged = new ConcurrentLinkedQueue<>();
  private volatile int status = 204;
  private HttpServer subscriber;

  @BeforeEach
  void listen() throws IOException {
    subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    subscriber.createContext("/webhooks/clerk", this::receive);
    subscriber.start();
  }

  @AfterEach
  void close() {
    subscriber.stop(0);
  }

  @Test
  void tellsOfEverythingThatHappensToAUserSignedAsClerkSigns() {
    var webhooks = webhooks();
    var users = users(webhooks);

    var minji = users.signIn(Username.of("minji"));
    users.signIn(Username.of("minji"));
    users.change(minji.id(), json.createObjectNode().put("role", "moderator"));
    users.delete(minji.id());
    users.delete(minji.id());

    await().until(() -> received.size() == 3);
    assertThat(received)
        .anySatisfy(event -> assertThat(event).contains("user.created", "\"username\":\"minji\""))
        .anySatisfy(event -> assertThat(event).contains("user.updated", "moderator"))
        .anySatisfy(event -> assertThat(event).contains("user.deleted", minji.id()));
    assertThat(forged).isEmpty();
    webhooks.stop();
  }

  @Test
  void triesAgainUntilItIsTaken() {
    status = 503;
    var webhooks = webhooks();
    users(webhooks).signIn(Username.of("minji"));
    await().until(() -> received.size() >= 2);

    status = 204;

    await().until(() -> received.size() >= 3);
    webhooks.stop();
  }

  @Test
  void aDeletionThatNobodyTookIsToldAgainAfterARestart() {
    status = 503;
    var killed = webhooks();
    var users = users(killed);
    users.delete(users.signIn(Username.of("minji")).id());
    await().until(() -> received.stream().anyMatch(event -> event.contains("user.deleted")));
    killed.stop();
    received.clear();
    status = 204;

    var restarted = webhooks();
    await().until(() -> received.size() == 1);
    assertThat(received.peek()).contains("user.deleted");
    await().until(() -> outbox().waiting().isEmpty());
    restarted.stop();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var body = exchange.getRequestBody().readAllBytes();
      var genuine =
          signature()
              .accepts(
                  headers.getFirst("svix-id"),
                  headers.getFirst("svix-timestamp"),
                  headers.getFirst("svix-signature"),
                  body);
      (genuine ? received : forged).add(new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private Webhooks webhooks() {
    var address = new MockEnvironment();
    address.setProperty("server.address", "127.0.0.1");
    address.setProperty("local.server.port", "" + subscriber.getAddress().getPort());
    var webhooks = new Webhooks(outbox(), new Subscriber(address, signature(), clock));
    webhooks.start();
    return webhooks;
  }

  private Outbox outbox() {
    return new Outbox(new PrivateFile(folder.resolve("local-clerk-outbox.json")), json);
  }

  private WebhookSignature signature() {
    var file = new PrivateFile(folder.resolve("local-clerk-webhook-secret.txt"));
    return new WebhookSignature(WebhookKey.in(file, new Random(8)), clock);
  }

  private LocalUsers users(Webhooks webhooks) {
    var events = new UserEvents(new UserJson(json), json, ids, clock, webhooks::send);
    return new LocalUsers(
        new PrivateFile(folder.resolve("local-clerk-people.json")), json, ids, clock, events);
  }
}
