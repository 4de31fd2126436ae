package com.aipixels.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/// A file to write and then to read from its beginning, that nobody else sees and that is gone when
/// it is closed, or swept after its process died.
public final class Draft implements AutoCloseable {

  private final FileChannel channel;
  private final OutputStream out;

  Draft(FileChannel channel, OutputStream out) {
    this.channel = channel;
    this.out = out;
  }

  /// To append to.
  public OutputStream out() {
    return out;
  }

  /// Everything that was written until now; to be read before anything more is.
  public InputStream in() throws IOException {
    out.flush();
    channel.position(0);
    return Channels.newInputStream(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
