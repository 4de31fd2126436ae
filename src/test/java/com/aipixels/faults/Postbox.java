package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.engines.FakeReplicate;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Signs and delivers to one service what Clerk and Replicate would; what it puts off with 503 is
/// sent again, as they do.
///
/// @param clerkSecret as Clerk shows it, `whsec_` and Base64
/// @param putOff how many were put off
record Postbox(int port, String clerkSecret, AtomicInteger putOff) {

  /// How many webhooks are on their way at a time.
  private static final int AT_ONCE = 100;

  private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
  private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(1);

  SignedWebhook user(String type, String id, String name, long updatedAt) {
    return clerk(
        "msg_%s_%d".formatted(id, updatedAt),
        """
        {"type": "%s", "object": "event", "data": {"id": "%s", "username": "%s", "updated_at": %d,
         "has_image": false}}
        """
            .formatted(type, id, name, updatedAt));
  }

  SignedWebhook clerk(String id, String body) {
    return SignedWebhook.of("/webhooks/clerk", "svix", clerkSecret, id, body);
  }

  static SignedWebhook nudge(String generation, int number) {
    return SignedWebhook.of(
        "/webhooks/replicate/" + generation,
        "webhook",
        FakeReplicate.WEBHOOK_SECRET,
        "msg_nudge" + number,
        "{\"id\": \"gm3qorzdhgbfurvjtvhg6dckhu\", \"status\": \"succeeded\"}");
  }

  void postAll(List<SignedWebhook> webhooks) throws Exception {
    var turns = new Semaphore(AT_ONCE);
    List<Callable<Boolean>> calls =
        webhooks.stream()
            .<Callable<Boolean>>map(webhook ->
                () -> {
                  turns.acquire();
                  try {
                    post(webhook);
                  } finally {
                    turns.release();
                  }
                  return true;
                })
            .toList();
    for (var taken : atOnce(calls)) {
      assertThat(taken.get()).isTrue();
    }
  }

  /// Fails where it is not taken with 204 in the end.
  void post(SignedWebhook webhook) {
    var end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
    var status = send(webhook);
    while (status == 503 && System.nanoTime() < end) {
      putOff.incrementAndGet();
      LockSupport.parkNanos(AGAIN_AFTER.toNanos());
      status = send(webhook);
    }
    assertThat(status).as("%s", webhook).isEqualTo(204);
  }

  private int send(SignedWebhook webhook) {
    var request =
        Caller.guest(port)
            .request(webhook.path(), webhook.headers())
            .POST(BodyPublishers.ofString(webhook.body()));
    return Caller.send(request, BodyHandlers.ofString()).statusCode();
  }

  static <T> List<Future<T>> atOnce(List<Callable<T>> calls) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls);
    }
  }
}
