package com.aipixels.engines;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches a file from an address that a stranger chose: from known hosts only, redirects included,
/// never more than so many bytes, never longer than so long, and never with our keys.
final class SafeDownload {

  private static final int MOST_REDIRECTS = 3;

  private final AllowedHosts hosts;
  private final long limit;
  private final Duration patience;
  private final HttpClient client;

  /// @param connectTimeout for each connection
  /// @param patience for everything together
  SafeDownload(AllowedHosts hosts, long limit, Duration connectTimeout, Duration patience) {
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

  /// @throws IOException when another attempt may succeed
  /// @throws UnacceptablePicture when none will
  byte[] bytes(URI address) throws IOException, UnacceptablePicture {
    long deadline = System.nanoTime() + patience.toNanos();
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
            throw new IOException("the file host answered " + response.statusCode());
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
    HttpRequest request = HttpRequest.newBuilder(uri).header("User-Agent", "AIPixels").build();
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, head -> new CappedBody(limit));
    try {
      return response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      response.cancel(true);
      throw new IOException("the picture did not arrive within " + patience, slow);
    } catch (InterruptedException interrupted) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the picture arrived");
    } catch (ExecutionException failed) {
      if (tooLong(failed)) {
        throw new UnacceptablePicture("the picture is longer than " + limit + " bytes");
      }
      throw new IOException("the picture did not arrive whole", failed.getCause());
    }
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
