package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aipixels.engines.EngineResult.HostUnavailable;
import com.aipixels.engines.EngineResult.UnacceptablePicture;
import com.aipixels.outbound.AllowedHosts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a file host can send somebody who fetches from it, and how much it can make them hold.
class SafeDownloadTest {

  private static final int LIMIT = 1 << 20;

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private HttpServer allowed;
  private HttpServer inner;

  @BeforeEach
  void start() throws IOException {
    allowed = server();
    inner = server();
    inner.createContext(
        "/",
        exchange -> {
          inside.incrementAndGet();
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    allowed.stop(0);
    inner.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:INNER/",
        "//127.0.0.1:INNER/",
        "http://localhost:INNER/",
        "http://localhost:ALLOWED/",
        "http://127.1:INNER/",
        "http://2130706433:INNER/",
        "http://0x7f000001:INNER/",
        "http://0177.0.0.1:INNER/",
        "http://0.0.0.0:INNER/",
        "http://0:INNER/",
        "http://[::1]:INNER/",
        "http://[::ffff:127.0.0.1]:INNER/",
        "http://[::ffff:7f00:1]:INNER/",
        "http://127.0.0.1:ALLOWED@127.0.0.1:INNER/",
        "http://user@127.0.0.1:ALLOWED/",
        "http://127.0.0.1%2f@127.0.0.1:INNER/",
        "http://127.0.0.1:INNER#127.0.0.1:ALLOWED/",
        "https://127.0.0.1:INNER/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://evil.example/",
        "file:///etc/passwd",
        "file:/etc/passwd",
        "ftp://127.0.0.1:ALLOWED/",
        "jar:http://127.0.0.1:ALLOWED/a!/b",
        "unix:/run/docker.sock",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "http://",
        "http:///a",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:-1/",
        "ht tp://a b",
        "\\\\\\\\127.0.0.1\\\\share",
      })
  void followsNobodyInside(String location) {
    redirectTo(location);

    assertThatExceptionOfType(UnacceptablePicture.class).isThrownBy(this::fetched);
    assertThat(inside).hasValue(0);
  }

  @Test
  void followsThreeRedirectsAndNotFour() throws Exception {
    allowed.createContext("/end", exchange -> answer(exchange, new byte[] {7}));
    for (int hop = 1; hop <= 4; hop++) {
      var next = hop == 1 ? "/end" : "/hop" + (hop - 1);
      allowed.createContext("/hop" + hop, exchange -> redirect(exchange, next));
    }

    assertThat(download().bytes(at("/hop3"))).containsExactly(7);
    assertThatExceptionOfType(UnacceptablePicture.class)
        .isThrownBy(() -> download().bytes(at("/hop4")));
  }

  @Test
  void theLastOfAChainIsLookedAtLikeTheFirst() {
    allowed.createContext("/picture", exchange -> redirect(exchange, "/hop"));
    allowed.createContext("/hop", exchange -> redirect(exchange, inner("/")));

    assertThatExceptionOfType(UnacceptablePicture.class).isThrownBy(this::fetched);
    assertThat(inside).hasValue(0);
  }

  @Test
  void doesNotUnpackWhatIsPacked() throws Exception {
    var packed = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    allowed.createContext(
        "/picture",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, packed);
        });

    assertThat(fetched()).isEqualTo(packed);
  }

  @Test
  void takesNoMoreThanTheLimit() throws Exception {
    allowed.createContext("/picture", exchange -> answer(exchange, new byte[LIMIT]));
    allowed.createContext("/longer", exchange -> answer(exchange, new byte[LIMIT + 1]));

    assertThat(fetched()).hasSize(LIMIT);
    assertThatExceptionOfType(UnacceptablePicture.class)
        .isThrownBy(() -> download().bytes(at("/longer")));
  }

  @Test
  void holdsFourFilesAtOnceAndNoMore() {
    allowed.createContext(
        "/picture",
        exchange -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          exchange.sendResponseHeaders(200, 0);
          for (int piece = 0; piece < 20; piece++) {
            exchange.getResponseBody().write(new byte[LIMIT / 20]);
          }
          atOnce.decrementAndGet();
          exchange.close();
        });
    var download = download();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 40)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        try {
                          return download.bytes(at("/picture")).length;
                        } catch (IOException | UnacceptablePicture e) {
                          throw new IllegalStateException(e);
                        }
                      },
                      threads))
              .toList();
      assertThat(all).extracting(CompletableFuture::join).containsOnly(LIMIT / 20 * 20);
    }
    assertThat(mostAtOnce.get()).isBetween(2, 4);
  }

  @Test
  void aNameWithoutAnAddressSaysNothingOfThePicture() {
    var hosts =
        new AllowedHosts(
            List.of("replicate.delivery"),
            false,
            name -> {
              throw new UnknownHostException(name);
            });

    assertThatExceptionOfType(HostUnavailable.class)
        .isThrownBy(() -> download(hosts).bytes(URI.create("https://replicate.delivery/a")));
  }

  @Test
  void aHostThatRefusesSaysNothingOfThePicture() {
    allowed.stop(0);

    assertThatExceptionOfType(HostUnavailable.class).isThrownBy(this::fetched);
  }

  private void redirectTo(String location) {
    var port = Integer.toString(inner.getAddress().getPort());
    var own = Integer.toString(allowed.getAddress().getPort());
    var target = location.replace("INNER", port).replace("ALLOWED", own);
    allowed.createContext("/picture", exchange -> redirect(exchange, target));
  }

  private byte[] fetched() throws IOException, UnacceptablePicture {
    return download().bytes(at("/picture"));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(allowed.getAddress().getPort(), path));
  }

  private String inner(String path) {
    return "http://127.0.0.1:%d%s".formatted(inner.getAddress().getPort(), path);
  }

  private SafeDownload download() {
    var host = "127.0.0.1:" + allowed.getAddress().getPort();
    return download(new AllowedHosts(List.of(host), true, InetAddress::getAllByName));
  }

  private static SafeDownload download(AllowedHosts hosts) {
    return new SafeDownload(
        hosts,
        LIMIT,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        new CircuitBreaker(InstantSource.system()));
  }

  private static HttpServer server() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
