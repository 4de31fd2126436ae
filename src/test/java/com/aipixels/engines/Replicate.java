package com.aipixels.engines;

import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.client.RestClient;

/// An engine, the fake that it talks to and a clock that both go by and only a test turns.
final class Replicate implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private volatile Instant now = NOON;
  final FakeReplicate fake;
  private final Map<String, Object> settings = new HashMap<>();
  private ReplicateEngine engine;

  Replicate() throws IOException {
    fake = FakeReplicate.start(clock());
    settings.put("api-token", FakeReplicate.TOKEN);
    settings.put("base-url", fake.url());
    settings.put("delivery-hosts", fake.filesHost() + "," + fake.resetsHost());
    settings.put("allow-http-delivery", "true");
    settings.put("read-timeout", "2s");
    settings.put("download-timeout", "5s");
    fake.knobs().pictureScale = 16;
    engine = engineOf(settings());
  }

  InstantSource clock() {
    return () -> now;
  }

  void turn(Duration by) {
    now = now.plus(by);
  }

  ReplicateSettings settings() {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("", ReplicateSettings.class);
  }

  /// Another process of ours, with other settings, against the same Replicate.
  Replicate with(String setting, String value) {
    settings.put(setting, value);
    engine = engineOf(settings());
    return this;
  }

  ReplicateEngine engine() {
    return engine;
  }

  ReplicateApi api() {
    return new ReplicateApi(settings(), RestClient.builder(), clock());
  }

  private ReplicateEngine engineOf(ReplicateSettings settings) {
    return new ReplicateEngine(
        settings,
        new ReplicateApi(settings, RestClient.builder(), clock()),
        ReplicateConfiguration.download(settings, clock()),
        clock());
  }

  String accepted(EngineRequest request) {
    return engine.submit(request) instanceof Submission.Accepted(String reference)
        ? reference
        : "not accepted";
  }

  URI pictureOf(String reference) {
    return URI.create("http://%s/yhqm/%s/out-0.png".formatted(fake.filesHost(), reference));
  }

  static EngineRequest request(String prompt) {
    return request(UUID.fromString("0199a8f0-0000-7000-8000-000000000001"), prompt);
  }

  static EngineRequest request(UUID id, String prompt) {
    return new EngineRequest(
        id,
        "해 질 녘의 고양이",
        prompt,
        null,
        null,
        ImageSize.LARGE,
        AspectRatio.SQUARE,
        null,
        null,
        4711,
        NOON.plus(Duration.ofMinutes(30)));
  }

  static EngineRequest detailed() {
    return new EngineRequest(
        UUID.fromString("0199a8f0-0000-7000-8000-000000000002"),
        "해 질 녘의 고양이",
        "a cat at dusk",
        "dogs",
        Category.ANIMAL,
        ImageSize.MEDIUM,
        AspectRatio.LANDSCAPE_16_9,
        Style.OIL_PAINTING,
        ColorTone.WARM,
        4_000_000,
        NOON.plus(Duration.ofMinutes(90)).plusSeconds(45));
  }

  @Override
  public void close() {
    fake.close();
  }
}
