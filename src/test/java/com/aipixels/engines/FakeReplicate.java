package com.aipixels.engines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Replicate on this machine: its API on one port, its file host on another. Everything it knows is
/// gone when it stops, and nothing when the service that it serves does.
///
/// As a process: `java -cp … com.aipixels.engines.FakeReplicate <port> <filesPort>`, 0 for any
/// port; it prints `api http://127.0.0.1:…/v1` and `files 127.0.0.1:…`. Over HTTP it is scripted by
/// `POST /_control` (fields of the knobs; returns them all) and read by `GET /_control`, which says
/// how often each prediction was asked for.
public final class FakeReplicate implements AutoCloseable {

  public static final String TOKEN = "r8_fake";
  public static final String WEBHOOK_SECRET = "whsec_QUlQaXhlbHMtcmVwbGljYXRlLWhvb2sta2V5LTAwMDI=";

  private static final int REMEMBERED = 500;

  private final InstantSource clock;
  private final HttpServer api;
  private final HttpServer fileHost;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeKnobs knobs = new FakeKnobs();
  private final FakeWire wire = new FakeWire(knobs);
  private final FakePredictions predictions;
  private final FakeWebhooks webhooks;
  private final FakeFiles files;
  private final FakeResets resets;
  private final Deque<SentRequest> requests = new ConcurrentLinkedDeque<>();

  /// A request as it arrived at the API; header names in lower case.
  public record SentRequest(String method, String path, Map<String, List<String>> headers) {

    public String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of()));
    }
  }

  /// A prediction as it stands now, and the generation that asked for it where there are webhooks.
  public record Ordered(String id, String generation, String status) {}

  private FakeReplicate(int port, int filesPort, InstantSource clock) throws IOException {
    this.clock = clock;
    System.setProperty("java.awt.headless", "true");
    InetAddress loopback = InetAddress.getLoopbackAddress();
    api = HttpServer.create(new InetSocketAddress(loopback, port), 1000);
    fileHost = HttpServer.create(new InetSocketAddress(loopback, filesPort), 1000);
    MagicWords words = new MagicWords(knobs);
    predictions = new FakePredictions(clock.instant());
    webhooks = new FakeWebhooks(knobs, wire, clock, threads);
    resets = new FakeResets(threads);
    files = new FakeFiles(predictions, knobs, wire, clock, resets.host());
    FakeOrders orders =
        new FakeOrders(
            predictions, webhooks, words, knobs, wire, clock, url(), "http://" + filesHost());
    FakeApi routes = new FakeApi(predictions, orders, words, knobs, wire, clock);
    api.createContext(
        "/v1",
        exchange -> {
          remember(exchange);
          routes.handle(exchange);
        });
    api.createContext("/_control", this::answerControl);
    fileHost.createContext("/", files);
    for (HttpServer server : List.of(api, fileHost)) {
      server.setExecutor(threads);
      server.start();
    }
  }

  public static FakeReplicate start() throws IOException {
    return start(Clock.systemUTC());
  }

  /// On free ports, with predictions as old as the clock says.
  public static FakeReplicate start(InstantSource clock) throws IOException {
    return new FakeReplicate(0, 0, clock);
  }

  static void main(String[] args) throws IOException {
    FakeReplicate fake =
        new FakeReplicate(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Clock.systemUTC());
    System.out.println("api " + fake.url());
    System.out.println("files " + fake.filesHost());
  }

  /// For `aipixels.engines.replicate.base-url`.
  public String url() {
    return "http://127.0.0.1:%d/v1".formatted(api.getAddress().getPort());
  }

  /// For `aipixels.engines.replicate.delivery-hosts`.
  public String filesHost() {
    return "127.0.0.1:%d".formatted(fileHost.getAddress().getPort());
  }

  /// A file host more, for `file-rst`.
  public String resetsHost() {
    return resets.host();
  }

  FakeKnobs knobs() {
    return knobs;
  }

  FakePredictions predictions() {
    return predictions;
  }

  FakeWebhooks webhooks() {
    return webhooks;
  }

  /// How often a prediction was asked for, by generation where the request had a webhook, or else
  /// by `seed:prompt`.
  public Map<String, Integer> posts() {
    return predictions.posts();
  }

  /// All predictions that were started, newest first.
  public List<Ordered> orders() {
    Instant now = clock.instant();
    return predictions.all().stream()
        .map(prediction -> new Ordered(prediction.id(), prediction.key(), prediction.status(now)))
        .toList();
  }

  /// How many predictions were asked for in the fullest minute.
  public int mostPostsAMinute() {
    return predictions.mostPostsAMinute();
  }

  /// How many bytes of an endless answer or file were taken at most.
  public long mostSent() {
    return wire.mostSent();
  }

  /// How often each status was the answer to a webhook.
  public Map<Integer, Integer> webhookAnswers() {
    return webhooks.answers();
  }

  /// Turns some of the knobs, as `POST /_control` does: `{"pictureScale": 8, "webhookCopies": 2}`.
  public void control(String knobsToTurn) {
    FakeModel.JSON.readerForUpdating(knobs).readValue(knobsToTurn);
  }

  /// Misbehaves from now on, as if the words stood in every prompt.
  public void misbehave(String... words) {
    knobs.words = List.of(words);
  }

  /// How long predictions stand in each status from now on.
  public void take(long startingMs, long processingMs) {
    knobs.startingMs = startingMs;
    knobs.processingMs = processingMs;
  }

  /// The latest ones, oldest first.
  List<SentRequest> requests() {
    return List.copyOf(requests);
  }

  List<String> keysSentToFileHost() {
    return List.copyOf(files.authorizations);
  }

  private void remember(HttpExchange exchange) {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    requests.add(
        new SentRequest(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers));
    if (requests.size() > REMEMBERED) {
      requests.poll();
    }
  }

  private void answerControl(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] turned = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        control(new String(turned, StandardCharsets.UTF_8));
      }
      ObjectNode state = JsonNodeFactory.instance.objectNode();
      state.set("knobs", FakeModel.JSON.valueToTree(knobs));
      state.set("posts", FakeModel.JSON.valueToTree(predictions.posts()));
      state.put("predictions", predictions.all().size());
      state.set("webhooks", FakeModel.JSON.valueToTree(webhooks.answers()));
      wire.json(exchange, 200, state);
    }
  }

  @Override
  public void close() {
    wire.close();
    api.stop(0);
    fileHost.stop(0);
    try {
      resets.close();
    } catch (IOException unclosable) {
      throw new UncheckedIOException(unclosable);
    }
    threads.shutdownNow();
  }
}
