package com.aipixels.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One prediction of the fake: where it stands follows from the time alone.
final class FakePrediction {

  /// @param file the address of its picture
  record Order(
      String id,
      FakeModel model,
      JsonNode body,
      @Nullable Duration cancelAfter,
      String file,
      String api) {}

  private final Order order;
  private final MagicWords words;
  private final Instant created;
  private final Instant started;
  private final Instant completed;
  private final Duration retention;
  private volatile @Nullable Instant stopped;

  FakePrediction(Order order, FakeKnobs knobs, MagicWords words, Instant now) {
    this.order = order;
    this.words = words;
    this.created = now;
    this.started = now.plusMillis(knobs.startingMs);
    this.completed = started.plusMillis(knobs.processingMs + more(knobs));
    this.retention = Duration.ofMillis(knobs.retentionMs);
    if (order.cancelAfter() != null && created.plus(order.cancelAfter()).isBefore(completed)) {
      stopped = created.plus(order.cancelAfter());
    }
  }

  private long more(FakeKnobs knobs) {
    long spread = knobs.processingMaxMs - knobs.processingMs;
    return spread <= 0 ? 0 : Math.floorMod(order.id().hashCode(), spread);
  }

  String id() {
    return order.id();
  }

  Instant created() {
    return created;
  }

  /// As it was sent.
  JsonNode body() {
    return order.body();
  }

  Duration fromCreationToCompletion() {
    return Duration.between(created, completed);
  }

  JsonNode input() {
    return order.body().path("input");
  }

  String prompt() {
    return input().path("prompt").asString("");
  }

  String webhook() {
    return order.body().path("webhook").asString("");
  }

  /// What ties it to a request: the generation in the webhook's address, or seed and prompt.
  String key() {
    return key(order.body());
  }

  static String key(JsonNode body) {
    String webhook = body.path("webhook").asString("");
    String last = webhook.substring(webhook.lastIndexOf('/') + 1);
    try {
      return UUID.fromString(last).toString();
    } catch (IllegalArgumentException noGeneration) {
      return body.at("/input/seed").asString("") + ":" + body.at("/input/prompt").asString("");
    }
  }

  void cancel(Instant now) {
    if (now.isBefore(completed) && stopped == null) {
      stopped = now;
    }
  }

  boolean removed(Instant now) {
    return now.isAfter(completed.plus(retention)) || says("data-removed");
  }

  boolean says(String word) {
    return words.say(word, prompt(), id());
  }

  String status(Instant now) {
    Instant stop = stopped;
    if (stop != null && !now.isBefore(stop)) {
      return stop.isBefore(started) ? "aborted" : "canceled";
    }
    if (now.isBefore(started)) {
      return "starting";
    }
    if (now.isBefore(completed)) {
      return "processing";
    }
    if (says("unknown-status")) {
      return "queued-for-review";
    }
    if (says("aborted") || says("canceled")) {
      return says("aborted") ? "aborted" : "canceled";
    }
    return error() == null ? "succeeded" : "failed";
  }

  private @Nullable String error() {
    if (says("nsfw")) {
      return "All generated images contained NSFW content. Try running it again with a different"
          + " prompt.";
    }
    if (says("e005")) {
      return "The input or output was flagged as sensitive. Please try again with different inputs."
          + " (E005) (6n3kq0d8)";
    }
    return says("failed") || says("partial-failed") ? "CUDA out of memory (E1001)" : null;
  }

  ObjectNode json(Instant now) {
    String status = status(now);
    boolean removed = removed(now);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id());
    json.put("model", order.model().name());
    json.put("version", order.model().official() ? "hidden" : order.model().version());
    json.set("input", removed ? JsonNodeFactory.instance.objectNode() : input());
    json.put("logs", removed ? "" : logs(status, now));
    json.set("output", removed ? null : output(status));
    json.put("data_removed", removed);
    json.put("error", status.equals("failed") ? error() : null);
    json.put("source", "api").put("status", status);
    json.put("created_at", created.toString());
    json.put("started_at", now.isBefore(started) ? null : started.toString());
    json.put("completed_at", now.isBefore(completed) ? null : completed.toString());
    json.putObject("metrics");
    if (!webhook().isEmpty()) {
      json.put("webhook", webhook());
      json.set("webhook_events_filter", order.body().path("webhook_events_filter"));
    }
    json.putObject("urls")
        .put("get", order.api() + "/predictions/" + id())
        .put("cancel", order.api() + "/predictions/" + id() + "/cancel");
    return json;
  }

  private String logs(String status, Instant now) {
    if (status.equals("starting")) {
      return "";
    }
    long whole = Math.max(1, Duration.between(started, completed).toMillis());
    long done = Math.min(whole, Duration.between(started, now).toMillis());
    String percent = " %d%%|####      |".formatted(100 * done / whole);
    return "Using seed: %s\n%s\n%s\n"
        .formatted(
            input().path("seed").asString("0"),
            percent,
            says("nsfw") ? "NSFW content detected in image 0" : "");
  }

  private JsonNode output(String status) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (status.equals("processing") && says("partial-failed")) {
      return json.arrayNode().add(order.file());
    }
    if (!status.equals("succeeded") || says("output-null")) {
      return json.nullNode();
    }
    if (says("output-empty")) {
      return json.arrayNode();
    }
    if (says("output-object")) {
      return json.objectNode().put("image", order.file());
    }
    if (says("output-data-url")) {
      return json.stringNode("data:image/png;base64,iVBORw0KGgo=");
    }
    if (says("output-string")) {
      return json.stringNode(order.file());
    }
    if (says("file-private")) {
      return json.stringNode("https://169.254.169.254/latest/meta-data");
    }
    return order.model().severalOutputs()
        ? json.arrayNode().add(order.file())
        : json.stringNode(order.file());
  }
}
