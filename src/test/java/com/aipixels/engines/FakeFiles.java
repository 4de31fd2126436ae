package com.aipixels.engines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The file host: `/yhqm/{prediction}/out-0.png`.
final class FakeFiles implements HttpHandler {

  private final FakePredictions predictions;
  private final FakeKnobs knobs;
  private final FakeWire wire;
  private final InstantSource clock;
  private final String resetsHost;

  /// Keys that were sent here and never should have been.
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  FakeFiles(
      FakePredictions predictions,
      FakeKnobs knobs,
      FakeWire wire,
      InstantSource clock,
      String resetsHost) {
    this.resetsHost = resetsHost;
    this.predictions = predictions;
    this.knobs = knobs;
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      @Nullable String key = exchange.getRequestHeaders().getFirst("Authorization");
      if (key != null) {
        authorizations.add(key);
      }
      List<String> parts =
          new ArrayList<>(Arrays.asList(exchange.getRequestURI().getPath().split("/", -1)));
      Optional<FakePrediction> owner =
          parts.size() < 4 ? Optional.empty() : predictions.find(parts.get(2));
      if (owner.isEmpty() || owner.get().removed(clock.instant())) {
        wire.bytes(exchange, 404, new byte[0]);
      } else {
        serve(exchange, owner.get(), parts.getLast());
      }
    }
  }

  private void serve(HttpExchange exchange, FakePrediction owner, String name) throws IOException {
    if (owner.says("file-404")) {
      wire.bytes(exchange, 404, new byte[0]);
    } else if (owner.says("file-500")) {
      wire.bytes(exchange, 500, new byte[0]);
    } else if (owner.says("file-elsewhere")) {
      redirect(exchange, "http://elsewhere.example/" + name);
    } else if (owner.says("file-loop")) {
      redirect(exchange, exchange.getRequestURI().getPath());
    } else if (owner.says("file-rst")) {
      redirect(exchange, "http://" + resetsHost + "/" + name);
    } else if (owner.says("file-hop") && !name.startsWith("hopped-")) {
      redirect(exchange, "hopped-" + name);
    } else if (owner.says("file-hang")) {
      wire.hang(exchange);
    } else if (owner.says("file-huge")) {
      wire.huge(exchange);
    } else if (owner.says("file-drip")) {
      wire.drip(exchange);
    } else {
      file(exchange, owner, name);
    }
  }

  private void file(HttpExchange exchange, FakePrediction owner, String name) throws IOException {
    byte[] html = "<html>not a picture</html>".getBytes(StandardCharsets.UTF_8);
    String format = owner.says("file-webp") || name.endsWith(".webp") ? "webp" : "png";
    byte[] picture = FakePictures.draw(owner.input(), knobs.pictureScale, format);
    exchange.getResponseHeaders().set("Content-Type", "image/" + format);
    if (owner.says("file-html")) {
      wire.bytes(exchange, 200, html);
    } else if (owner.says("file-bomb")) {
      wire.bytes(exchange, 200, FakePictures.bomb());
    } else if (owner.says("file-empty")) {
      wire.bytes(exchange, 200, new byte[0]);
    } else if (owner.says("file-half")) {
      wire.bytes(exchange, 200, Arrays.copyOf(picture, picture.length / 2));
    } else if (owner.says("file-cut")) {
      wire.half(exchange, 200, picture);
    } else {
      wire.bytes(exchange, 200, picture);
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(302, -1);
  }
}
