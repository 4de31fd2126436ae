package com.aipixels.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Knows which processes are ready, as a balancer that asks each of them five times a second.
final class Balancer implements AutoCloseable {

  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);

  private final List<ServiceProcess> services;
  private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();
  private volatile List<ServiceProcess> ready = List.of();
  private final AtomicInteger answers = new AtomicInteger();
  private volatile boolean released;

  Balancer(List<ServiceProcess> services) {
    this.services = services;
    var _ =
        checks.scheduleWithFixedDelay(
            () -> ready = services.stream().filter(ServiceProcess::says200).toList(),
            0,
            BETWEEN_CHECKS.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  List<ServiceProcess> services() {
    return services;
  }

  /// Where a request goes now.
  int port(Random random) {
    var now = ready;
    return now.get(random.nextInt(now.size())).port();
  }

  void awaitAll() {
    await().atMost(Duration.ofMinutes(1)).until(() -> ready.size() == services.size());
  }

  void countAnswer() {
    answers.incrementAndGet();
  }

  int answers() {
    return answers.get();
  }

  /// Nothing more will be stopped.
  void release() {
    released = true;
  }

  boolean isReleased() {
    return released;
  }

  @Override
  public void close() {
    checks.shutdownNow();
  }
}
