package com.aipixels.faults;

import com.aipixels.faults.FuzzCast.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/// Sends one request after another: first each operation until it has succeeded once, then any of
/// them, bent in up to three places. The same seed sends the same, as far as the answers are the
/// same.
final class FuzzClient {

  private static final byte[] PICTURE = picture();
  private static final int ATTEMPTS = 60;
  private static final List<Role> ANYBODY =
      List.of(Role.GUEST, Role.MEMBER, Role.MODERATOR, Role.SECOND_MODERATOR);

  private final int port;
  private final List<Operation> operations;
  private final FuzzJudge judge;
  private final String webhookSecret;
  private final Random random;
  private final FuzzStock stock = new FuzzStock();
  private final FuzzCast cast;
  private final KeptConnection connection;
  private byte[] export = {};

  FuzzClient(
      int port, List<Operation> operations, FuzzJudge judge, String webhookSecret, long seed) {
    this.port = port;
    this.operations = operations;
    this.judge = judge;
    this.webhookSecret = webhookSecret;
    this.random = new Random(seed);
    this.cast = new FuzzCast(port, "fuzz" + seed % 1000, stock);
    this.connection = new KeptConnection(port);
  }

  /// As the document says, until each has succeeded or does not seem to.
  void walk() {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (var operation : operations) {
        if (attempt < 2 || !judge.hasReached(operation)) {
          var role = cast.usual(operation, random);
          send(operation, role, valid(operation, role));
        }
      }
    }
  }

  void fuzz(BooleanSupplier goesOn) {
    while (goesOn.getAsBoolean()) {
      var operation = operations.get(random.nextInt(operations.size()));
      var role =
          random.nextInt(5) == 0
              ? ANYBODY.get(random.nextInt(ANYBODY.size()))
              : cast.usual(operation, random);
      var request = valid(operation, role);
      for (var bends = random.nextInt(4); bends > 0; bends--) {
        FuzzBends.bend(request, stock, random);
      }
      send(operation, role, request);
    }
  }

  private void send(Operation operation, Role role, FuzzRequest request) {
    try {
      var answer = answer(request);
      judge.judge(operation, request, answer);
      stock.learn(operation, answer);
      if (operation.path().equals("/api/v1/me/export/{id}") && answer.status() == 200) {
        export = answer.body();
      }
      renewWhoeverIsGone(operation, role, request, answer);
    } catch (IOException e) {
      hangUp();
      judge.hungUp(operation, request, String.valueOf(e.getMessage()));
    }
  }

  /// Twice, where the connection may have ended before.
  private RawAnswer answer(FuzzRequest request) throws IOException {
    var sent = request.toBytes();
    var hasBody = !request.method.equals("HEAD");
    try {
      var answer = connection.answer(sent, hasBody);
      if (request.isBroken) {
        hangUp();
      }
      return answer;
    } catch (IOException _) {
      hangUp();
      return connection.answer(sent, hasBody);
    }
  }

  private void hangUp() {
    try {
      connection.close();
    } catch (IOException _) {
      // it is gone either way
    }
  }

  private void renewWhoeverIsGone(
      Operation operation, Role role, FuzzRequest request, RawAnswer answer) {
    if (role == Role.GUEST || role == Role.OPERATOR) {
      return;
    }
    var hasLeft = operation.path().equals("/api/v1/me") && answer.status() == 202;
    var text = answer.status() == 403 ? answer.text() : "";
    var isOut = text.contains("\"suspended\"") || text.contains("\"leaving\"");
    var isUnknown = answer.status() == 401 && request.bends.isEmpty();
    if (hasLeft || isOut || isUnknown) {
      cast.renew(role);
    }
  }

  private FuzzRequest valid(Operation operation, Role role) {
    var path = operation.path();
    for (var parameter : operation.parameters()) {
      if (parameter.place().equals("path")) {
        path =
            path.replace(
                "{" + parameter.name() + "}", stock.any(operation.kindOf(parameter), random));
      }
    }
    var request = new FuzzRequest(operation.method(), path);
    request.header("Host", "127.0.0.1:" + port);
    var authorization = cast.authorization(role);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    for (var parameter : operation.parameters()) {
      var isNeeded = parameter.name().equals("sha256") || random.nextInt(3) == 0;
      if (isNeeded
          && parameter.place().equals("query")
          && !(parameter.name().equals("cursor") && random.nextBoolean())) {
        var value = FuzzValues.parameter(parameter, stock, random);
        request.query.add(parameter.name() + "=" + FuzzRequest.encoded(value));
      }
      if (isNeeded && parameter.place().equals("header")) {
        request.header(parameter.name(), FuzzValues.parameter(parameter, stock, random));
      }
    }
    fill(operation, request);
    return request;
  }

  private void fill(Operation operation, FuzzRequest request) {
    if (operation.path().equals("/webhooks/clerk")) {
      var webhook =
          SignedWebhook.of(
              operation.path(),
              "svix",
              webhookSecret,
              "msg_" + random.nextLong(),
              "{\"type\":\"x\",\"data\":{}}");
      request.body = webhook.body().getBytes(StandardCharsets.UTF_8);
      request.header("Content-Type", "application/json");
      var headers = webhook.headers();
      for (var at = 0; at < headers.length; at += 2) {
        request.header(headers[at], headers[at + 1]);
      }
    } else if (operation.path().equals("/api/v1/me/import")) {
      request.body = export;
      request.header("Content-Type", "application/zip");
    } else if (operation.bodies().containsKey("image/*")) {
      request.body = PICTURE;
      request.header("Content-Type", "image/png");
    } else if (operation.bodies().containsKey("application/json")) {
      var schema = operation.bodies().get("application/json");
      var name = operation.path().contains("/appeals/") ? "Answer" : "";
      request.body =
          FuzzValues.valid(name, schema, stock, random).toString().getBytes(StandardCharsets.UTF_8);
      request.header("Content-Type", "application/json");
    }
  }

  private static byte[] picture() {
    try {
      var png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
