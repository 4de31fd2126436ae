package com.aipixels.visibility;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Reads a body to its end, or a stream of events to the end of its first.
final class FirstEvent implements BodySubscriber<String> {

  private final CompletableFuture<String> event = new CompletableFuture<>();
  private final StringBuilder read = new StringBuilder();
  private Flow.Subscription stream;

  @Override
  public CompletionStage<String> getBody() {
    return event;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    stream = subscription;
    stream.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    parts.forEach(part -> read.append(StandardCharsets.UTF_8.decode(part)));
    if (read.indexOf("\n\n") >= 0) {
      event.complete(read.toString());
      stream.cancel();
    } else {
      stream.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    event.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    event.complete(read.toString());
  }
}
