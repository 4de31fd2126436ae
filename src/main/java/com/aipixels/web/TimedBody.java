package com.aipixels.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// A body that is waited for as long as a head is, and beyond that as long as it comes at 1 KiB a
/// second. Only waiting counts: whoever reads slowly is not who sends slowly.
final class TimedBody implements InputBuffer {

  private static final long BYTES_A_SECOND = 1024;
  private static final int END = -1;

  /// As much as the server by itself reads of what nobody wants.
  private static final long MOST_SWALLOWED = 2 << 20;

  private final Request wire;
  private final InputBuffer body;
  private final Supplier<Duration> patience;
  private long waited;
  private boolean ended;

  TimedBody(Request wire, InputBuffer body, Supplier<Duration> patience) {
    this.wire = wire;
    this.body = body;
    this.patience = patience;
  }

  /// @throws SocketTimeoutException where it comes too slowly; the connection is given up then
  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    long begun = System.nanoTime();
    int read = body.doRead(handler);
    waited += System.nanoTime() - begun;
    ended = ended || read == END;
    if (!ended && waited > patience.get().toNanos() && wire.getBytesRead() < expected()) {
      SocketTimeoutException slow = new SocketTimeoutException("A body came too slowly");
      wire.action(ActionCode.CLOSE_NOW, slow);
      throw slow;
    }
    return read;
  }

  private long expected() {
    return BYTES_A_SECOND * Duration.ofNanos(waited).toSeconds();
  }

  @Override
  public int available() {
    return body.available();
  }

  boolean isRead() {
    return ended || wire.getBytesRead() == wire.getContentLengthLong();
  }

  /// Reads the rest, and hangs up where that is too much or too slow.
  void swallow() throws IOException {
    Swallowed handler = new Swallowed();
    for (long swallowed = 0; swallowed < MOST_SWALLOWED; ) {
      int read = doRead(handler);
      if (read == END) {
        return;
      }
      swallowed += read;
    }
    wire.action(ActionCode.CLOSE_NOW, null);
  }

  private static final class Swallowed implements ApplicationBufferHandler {

    private @Nullable ByteBuffer buffer;

    @Override
    public void setByteBuffer(@Nullable ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // It keeps nothing.
    }
  }
}
