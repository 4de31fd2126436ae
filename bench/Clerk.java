import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A Clerk that knows every member of a filled database, signs anybody's token, and is away as it
/// is told.
final class Clerk implements AutoCloseable {

  /// How it answers.
  enum State {
    HERE("answers"),
    REFUSED("connection refused"),
    TOO_MANY("429, Retry-After: 5"),
    SLOW("answers after 5 s");

    final String text;

    State(String text) {
      this.text = text;
    }
  }

  static final String KEY_NAME = "ins_bench";
  private static final String SECRET = "sk_test_bench";
  private static final String ISSUER = "https://clerk.bench.example";
  private static final String[] FAMILY = "김,이,박,최,정,강,조,윤,장,임,한,오,서,신,권,황".split(",");
  private static final String[] GIVEN =
      "민지,서연,지우,하준,도윤,예준,수아,지호,하은,유진,현우,은서,시우,소율,태민,나래".split(",");

  private final long seed;
  private final KeyPair keys;
  private final int port;
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private volatile State state = State.HERE;

  Clerk(long seed) {
    this.seed = seed;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = listen(0);
      port = server.getAddress().getPort();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the service is started with to ask this Clerk.
  Map<String, String> settings() {
    String host =
        Base64.getEncoder().encodeToString("clerk.bench.example$".getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "CLERK_SECRET_KEY", SECRET,
        "CLERK_PUBLISHABLE_KEY", "pk_test_" + host,
        "AIPIXELS_CLERK_API_URL", "http://127.0.0.1:" + port + "/v1");
  }

  /// The id of a member of the filled database; the same law stands in sql/tools.sql.
  String member(long number) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5")
              .digest((seed + ":" + number).getBytes(StandardCharsets.UTF_8));
      return "user_" + HexFormat.of().formatHex(hash).substring(0, 27);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A session token of a day for pages of the given origin.
  String token(String userId, String origin) {
    Instant now = Instant.now();
    String head =
        "{\"alg\":\"RS256\",\"kid\":\"%s\",\"typ\":\"JWT\",\"cat\":\"cl_B7d4PD111AAA\"}"
            .formatted(KEY_NAME);
    String claims =
        ("{\"azp\":\"%s\",\"exp\":%d,\"fva\":[0,-1],\"iat\":%d,\"iss\":\"%s\",\"jti\":\"jti_%s\",\"nbf\":%d,"
             + "\"sid\":\"sess_bench\",\"sts\":\"active\",\"sub\":\"%s\",\"v\":2}")
            .formatted(
                origin,
                now.getEpochSecond() + 86_400,
                now.getEpochSecond(),
                ISSUER,
                now.getNano(),
                now.getEpochSecond() - 10,
                userId);
    String text =
        encoded(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + encoded(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return text + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// From now on.
  void become(State next) {
    try {
      if (state == State.REFUSED && next != State.REFUSED) {
        server = listen(port);
      } else if (next == State.REFUSED && state != State.REFUSED) {
        server.stop(0);
      }
      state = next;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How often the service asked since this was last called; a refused connection is not heard.
  int timesAsked() {
    return asked.getAndSet(0);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private HttpServer listen(int wanted) throws IOException {
    HttpServer fresh =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    fresh.createContext("/", this::answer);
    fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    fresh.start();
    return fresh;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      if (state == State.SLOW) {
        Service.pause(5_000);
      }
      String path = exchange.getRequestURI().getPath();
      if (state == State.TOO_MANY) {
        exchange.getResponseHeaders().set("Retry-After", "5");
        reply(exchange, 429, "{\"errors\":[{\"code\":\"too_many_requests\"}]}");
      } else if (path.equals("/v1/jwks")) {
        reply(exchange, 200, jwks());
      } else if (path.equals("/v1/users")) {
        reply(exchange, 200, users(exchange.getRequestURI().getRawQuery()));
      } else if (path.startsWith("/v1/users/")) {
        one(exchange, path.substring("/v1/users/".length()));
      } else {
        reply(exchange, 404, "{\"errors\":[{\"code\":\"resource_not_found\"}]}");
      }
    }
  }

  private void one(HttpExchange exchange, String id) throws IOException {
    if (!known(id) || exchange.getRequestMethod().equals("DELETE") && !gone.add(id)) {
      reply(exchange, 404, "{\"errors\":[{\"code\":\"resource_not_found\"}]}");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      reply(exchange, 200, "{\"id\":\"%s\",\"object\":\"user\",\"deleted\":true}".formatted(id));
    } else {
      reply(exchange, 200, user(id));
    }
  }

  private String users(String query) {
    return Arrays.stream(query == null ? new String[0] : query.split("&"))
        .filter(parameter -> parameter.startsWith("user_id="))
        .map(parameter -> parameter.substring("user_id=".length()))
        .filter(this::known)
        .map(Clerk::user)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private boolean known(String id) {
    return id.matches("user_[0-9a-f]{27}") && !gone.contains(id);
  }

  /// The same law stands in sql/derived/people.sql, only that there the picture is an older one.
  private static String user(String id) {
    return ("{\"id\":\"%s\",\"object\":\"user\",\"username\":null,\"first_name\":\"%s\",\"last_name\":\"%s\","
                + "\"image_url\":\"https://img.clerk.com/now/%s\",\"has_image\":true,\"public_metadata\":{},"
                + "\"banned\":false,\"locked\":false,\"created_at\":1700000000000,\"updated_at\":1700000000000}")
        .formatted(id, name(GIVEN, id, 9), name(FAMILY, id, 5), id.substring(5));
  }

  private static String name(String[] names, String id, int from) {
    return names[Integer.parseInt(id.substring(from, from + 4), 16) * names.length / 65_536];
  }

  private String jwks() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(KEY_NAME, number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void reply(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
