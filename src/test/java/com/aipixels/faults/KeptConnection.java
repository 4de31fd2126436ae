package com.aipixels.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One request after another on a connection that is kept for as long as the service keeps it.
final class KeptConnection implements AutoCloseable {

  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  KeptConnection(int port) {
    this.port = port;
  }

  /// The status of the answer, which is read to its end.
  int status(byte[] request) throws IOException {
    var open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setTcpNoDelay(true);
      open.setSoTimeout(60_000);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    open.getOutputStream().write(request);
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var length = 0;
    var last = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      if (lower.startsWith("transfer-encoding:")) {
        length = -1;
      }
      last |= lower.equals("connection: close");
    }
    skip(length);
    if (last) {
      close();
    }
    return status;
  }

  private void skip(int length) throws IOException {
    if (length >= 0) {
      in.skipNBytes(length);
      return;
    }
    for (var size = chunk(); size > 0; size = chunk()) {
      in.skipNBytes(size + 2);
    }
    line();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new IOException("The connection ended in the middle of an answer");
      }
      line.append((char) read);
    }
    return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .strip();
  }

  @Override
  public void close() throws IOException {
    var open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
