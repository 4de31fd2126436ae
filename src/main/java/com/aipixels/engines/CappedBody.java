package com.aipixels.engines;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A body of at most so many bytes, counted as they arrive: its announced length is only a claim.
final class CappedBody implements BodySubscriber<byte[]> {

  private final long limit;
  private final List<byte[]> parts = new ArrayList<>();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private long received;
  private Flow.@Nullable Subscription subscription;

  /// The body is longer than allowed, and is not read on.
  static final class TooLong extends IOException {}

  CappedBody(long limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription opened) {
    subscription = opened;
    opened.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      received += buffer.remaining();
      if (received > limit) {
        refuse();
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      parts.add(part);
    }
  }

  private void refuse() {
    parts.clear();
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(new TooLong());
  }

  @Override
  public void onError(Throwable broken) {
    body.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(received));
    parts.forEach(whole::put);
    parts.clear();
    body.complete(whole.array());
  }
}
