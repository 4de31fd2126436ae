package com.aipixels.faults;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The service on a port and a data folder that it keeps over all its lives.
final class ServiceProcess implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path data;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> java;
  private Process process;

  ServiceProcess(Path data, Map<String, String> environment) {
    this(data, environment, "-Xmx512m");
  }

  /// With these options of the virtual machine's.
  ServiceProcess(Path data, Map<String, String> environment, String... options) {
    this.data = data;
    this.port = freePort();
    this.environment = environment;
    this.java = List.of(options);
    this.process = begin();
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  Path data() {
    return data;
  }

  /// SIGKILL, and proof that this is what ended it.
  void kill() {
    process.destroyForcibly();
    var status = process.onExit().join().exitValue();
    if (status != 128 + 9) {
      throw new AssertionError("Not killed: it ended by itself with " + status);
    }
  }

  /// SIGTERM; returns when it has ended.
  void terminate() {
    close();
  }

  void restart() {
    process = begin();
  }

  /// SIGTERM, as an operator would.
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  void awaitReady() {
    await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(this::isReady);
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError("It ended while starting; see " + log());
    }
    return says200();
  }

  /// Whether it takes requests, as a balancer finds out.
  boolean says200() {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/readyz".formatted(port)));
    try {
      return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process begin() {
    var command = new ArrayList<String>();
    command.add(Installation.java());
    command.addAll(java);
    command.addAll(Installation.arguments());
    var builder = new ProcessBuilder(command);
    builder.environment().put("AIPIXELS_RATE_LIMITS", "off");
    builder.environment().putAll(environment);
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    builder.environment().put("AIPIXELS_DATA", data.toString());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private File log() {
    return data.resolveSibling(data.getFileName() + ".log").toFile();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
