package com.aipixels.engines;

import com.aipixels.engines.EngineResult.HostUnavailable;
import com.aipixels.engines.EngineResult.UnacceptablePicture;
import com.aipixels.outbound.AllowedHosts;
import com.aipixels.outbound.ForbiddenAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Fetches a file from an address that a stranger chose: from known hosts only, redirects included,
/// never more than so many bytes, never longer than so long, and never with our keys.
final class SafeDownload {

  private static final int MOST_REDIRECTS = 3;

  /// A file is held in memory, and each may be as long as the limit.
  private static final int AT_ONCE = 4;

  private final AllowedHosts hosts;
  private final long limit;
  private final Duration patience;
  private final HttpClient client;
  private final CircuitBreaker breaker;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /// @param connectTimeout for each connection
  /// @param patience for everything together, once it has its turn
  SafeDownload(
      AllowedHosts hosts,
      long limit,
      Duration connectTimeout,
      Duration patience,
      CircuitBreaker breaker) {
    this.breaker = breaker;
    this.hosts = hosts;
    this.limit = limit;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
  }

  /// @throws HostUnavailable when the host has no answer
  /// @throws IOException when another attempt may succeed
  /// @throws UnacceptablePicture when none will
  byte[] bytes(URI address) throws IOException, UnacceptablePicture {
    takeTurn();
    try {
      return follow(address, System.nanoTime() + patience.toNanos());
    } finally {
      turns.release();
    }
  }

  private void takeTurn() throws IOException {
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new HostUnavailable("too many files are on their way", null);
      }
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while the picture arrived");
  }

  private byte[] follow(URI address, long deadline) throws IOException, UnacceptablePicture {
    URI uri = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      check(uri);
      HttpResponse<byte[]> response = fetch(uri, deadline);
      switch (response.statusCode()) {
        case 200 -> {
          return response.body();
        }
        case 301, 302, 303, 307, 308 -> uri = redirected(uri, response);
        case 408, 425, 429, 500, 502, 503, 504 ->
            throw new HostUnavailable("the file host answered " + response.statusCode(), null);
        default -> throw new UnacceptablePicture("the file host answered " + response.statusCode());
      }
    }
    throw new UnacceptablePicture("too many redirects");
  }

  private void check(URI uri) throws IOException, UnacceptablePicture {
    try {
      hosts.check(uri);
    } catch (ForbiddenAddress e) {
      throw new UnacceptablePicture(e.getMessage());
    } catch (IOException unresolved) {
      throw new HostUnavailable("the file host has no address right now", unresolved);
    }
  }

  private static URI redirected(URI from, HttpResponse<byte[]> response)
      throws UnacceptablePicture {
    try {
      return from.resolve(response.headers().firstValue("location").orElse(""));
    } catch (IllegalArgumentException invalid) {
      throw new UnacceptablePicture("redirected to no address");
    }
  }

  private HttpResponse<byte[]> fetch(URI uri, long deadline)
      throws IOException, UnacceptablePicture {
    if (!breaker.admits()) {
      throw new HostUnavailable("the file host did not answer a moment ago", null);
    }
    AtomicBoolean answered = new AtomicBoolean();
    HttpRequest request = HttpRequest.newBuilder(uri).header("User-Agent", "AIPixels").build();
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(
            request,
            head -> {
              answered.set(true);
              breaker.answered();
              return new CappedBody(limit);
            });
    try {
      return response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      response.cancel(true);
      throw broken(answered.get(), "the picture did not arrive within " + patience, slow);
    } catch (InterruptedException _) {
      response.cancel(true);
      throw interrupted();
    } catch (ExecutionException failed) {
      if (tooLong(failed)) {
        throw new UnacceptablePicture("the picture is longer than " + limit + " bytes");
      }
      throw broken(answered.get(), "the picture did not arrive whole", failed.getCause());
    }
  }

  private IOException broken(boolean answered, String message, @Nullable Throwable cause) {
    if (answered) {
      return new IOException(message, cause);
    }
    breaker.unanswered();
    return new HostUnavailable("the file host did not answer", cause);
  }

  private static boolean tooLong(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof CappedBody.TooLong) {
        return true;
      }
    }
    return false;
  }
}
