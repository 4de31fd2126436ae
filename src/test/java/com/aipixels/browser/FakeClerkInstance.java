package com.aipixels.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Clerk on a loopback port: its scripts as it publishes them, the Frontend API that they ask, and
/// of the Backend API what this service asks. Everybody has the same password.
final class FakeClerkInstance implements AutoCloseable {

  /// Of `clerk.aipixels.test`.
  static final String PUBLISHABLE_KEY = "pk_live_Y2xlcmsuYWlwaXhlbHMudGVzdCQ";

  static final String SECRET_KEY = "sk_live_browser";

  private static final String SUFFIX = "aq2ZI1Fl";
  private static final String FRONT = "/__clerk";
  private static final Map<String, String> VERSIONS = Map.of("clerk-js", "6.40.0", "ui", "1.36.0");
  private static final Pattern FILE =
      Pattern.compile("/npm/@clerk/(clerk-js|ui)@[^/]+/(dist/[\\w.-]+\\.js)");

  private static final String WRONG_PASSWORD =
      """
      {"errors": [{"code": "form_password_incorrect", "message": "is incorrect",
       "long_message": "Password is incorrect. Try again, or use another method.",
       "meta": {"param_name": "password"}}]}
      """;
  private static final String SIGNED_OUT =
      """
      {"errors": [{"code": "authentication_invalid", "message": "Invalid authentication"}]}
      """;

  private final ClerkMint mint = new ClerkMint("https://clerk.aipixels.test");
  private final Map<String, ClerkClient> clients = new ConcurrentHashMap<>();
  private final Queue<String> strange = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  FakeClerkInstance() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(FRONT + "/npm/", this::giveFile);
    server.createContext(FRONT + "/v1/", this::answerBrowser);
    server.createContext("/v1/", this::answerService);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  ClerkMint mint() {
    return mint;
  }

  String proxyUrl() {
    return "http://localhost:" + server.getAddress().getPort() + FRONT;
  }

  String apiUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /// What was asked and is not there.
  Queue<String> strange() {
    return strange;
  }

  private void giveFile(HttpExchange exchange) throws IOException {
    var file = FILE.matcher(exchange.getRequestURI().getPath().substring(FRONT.length()));
    if (!file.matches()) {
      answer(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    Path folder = Npm.unpacked("@clerk/" + file.group(1), VERSIONS.get(file.group(1)));
    var script = Files.readAllBytes(folder.resolve("package").resolve(file.group(2)));
    exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
    answer(exchange, 200, "text/javascript", script);
  }

  private void answerBrowser(HttpExchange exchange) throws IOException {
    var client = clientOf(exchange);
    var origin = Objects.requireNonNullElse(origin(exchange), "");
    var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var query = form(exchange.getRequestURI().getRawQuery());
    var path = exchange.getRequestURI().getPath().substring(FRONT.length() + 3);
    var method = query.getOrDefault("_method", exchange.getRequestMethod());
    switch (method + " " + path.replaceAll("(?<=/)(sia|sess)_\\w+", "{id}")) {
      case "GET /environment" -> json(exchange, 200, environment());
      case "GET /client" -> json(exchange, 200, both(client.json(origin), "null"));
      case "POST /client/sign_ins" -> {
        client.identify(form.get("identifier"));
        json(exchange, 200, both(client.signIn(), client.json(origin)));
      }
      case "POST /client/sign_ins/{id}/attempt_first_factor" -> {
        if (client.opens(form.get("password"))) {
          tellsSignedIn(exchange, "1790000000");
          json(exchange, 200, both(client.signIn(), client.json(origin)));
        } else {
          json(exchange, 422, WRONG_PASSWORD);
        }
      }
      case "POST /client/sessions/{id}/touch" ->
          json(exchange, 200, both(client.session(origin), client.json(origin)));
      case "POST /client/sessions/{id}/tokens" -> {
        if (client.isSignedIn()) {
          json(exchange, 200, "{\"object\": \"token\", \"jwt\": \"" + client.token(origin) + "\"}");
        } else {
          json(exchange, 401, SIGNED_OUT);
        }
      }
      case "DELETE /client/sessions" -> {
        client.leave();
        tellsSignedIn(exchange, "0");
        json(exchange, 200, both(client.json(origin), "null"));
      }
      default -> {
        strange.add(method + " " + path);
        json(exchange, 404, "{\"errors\": [{\"code\": \"resource_not_found\"}]}");
      }
    }
  }

  private void answerService(HttpExchange exchange) throws IOException {
    var isOurs =
        ("Bearer " + SECRET_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    var uri = exchange.getRequestURI();
    if (!isOurs) {
      json(exchange, 401, SIGNED_OUT);
    } else if (uri.getPath().equals("/v1/jwks")) {
      json(exchange, 200, mint.jwks());
    } else {
      var users =
          Arrays.stream(uri.getRawQuery().split("&", -1))
              .filter(parameter -> parameter.startsWith("user_id=user_"))
              .map(parameter -> ClerkClient.user(parameter.substring("user_id=user_".length())));
      json(exchange, 200, users.collect(Collectors.joining(",", "[", "]")));
    }
  }

  private ClerkClient clientOf(HttpExchange exchange) {
    var cookies = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
    var known = Pattern.compile("__client=(\\w+)").matcher(cookies);
    var id = known.find() ? known.group(1) : "client" + clients.size();
    exchange.getResponseHeaders().add("Set-Cookie", cookie("__client", id) + "; HttpOnly");
    return clients.computeIfAbsent(id, name -> new ClerkClient(name, mint));
  }

  private static void tellsSignedIn(HttpExchange exchange, String since) {
    exchange.getResponseHeaders().add("Set-Cookie", cookie("__client_uat", since));
    exchange.getResponseHeaders().add("Set-Cookie", cookie("__client_uat_" + SUFFIX, since));
  }

  private static String cookie(String name, String value) {
    return name + "=" + value + "; Path=/; SameSite=Lax";
  }

  private static String both(String response, String client) {
    return "{\"response\": " + response + ", \"client\": " + client + "}";
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    answer(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", type);
      var origin = origin(exchange);
      if (origin != null) {
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Allow-Credentials", "true");
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String origin(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Origin");
  }

  private static Map<String, String> form(String text) {
    var fields = new HashMap<String, String>();
    for (var pair : Objects.requireNonNullElse(text, "").split("&", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static String environment() {
    try (var json = FakeClerkInstance.class.getResourceAsStream("/clerk/environment.json")) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
