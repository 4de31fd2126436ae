package com.aipixels.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A line of TCP from the service to somebody it needs, which can be cut: loudly, so that every
/// connection is reset, or silently, so that nothing comes through any more and nobody is told.
/// What was cut stays dead after the line is mended; only new connections are whole.
final class Line implements AutoCloseable {

  private enum State {
    WHOLE,
    LOUD,
    SILENT
  }

  private final InetSocketAddress target;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Long> attempts = new ConcurrentLinkedQueue<>();
  private volatile State state = State.WHOLE;
  private final AtomicInteger cuts = new AtomicInteger();

  /// @param target `host:port`
  Line(String target) throws IOException {
    var colon = target.lastIndexOf(':');
    this.target =
        new InetSocketAddress(
            target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// What the service is to believe the other side is.
  String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  void cutLoudly() {
    state = State.LOUD;
    cuts.incrementAndGet();
    open.forEach(Line::reset);
  }

  void cutSilently() {
    state = State.SILENT;
    cuts.incrementAndGet();
  }

  void mend() {
    state = State.WHOLE;
  }

  /// How many connections and requests of the service met a cut line between these times of
  /// [System#nanoTime].
  int attempts(long from, long to) {
    return (int) attempts.stream().filter(at -> at >= from && at < to).count();
  }

  /// The most attempts that fell into any stretch of this length between two times.
  int mostAttempts(long from, long to, Duration stretch) {
    List<Long> within = attempts.stream().filter(at -> at >= from && at < to).sorted().toList();
    return within.stream()
        .mapToInt(first -> attempts(first, Math.min(to, first + stretch.toNanos())))
        .max()
        .orElse(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    var born = cuts.get();
    if (state != State.WHOLE) {
      attempts.add(System.nanoTime());
    }
    try (client) {
      switch (state) {
        case LOUD -> reset(client);
        case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
        case WHOLE -> connect(client, born);
      }
    } catch (IOException _) {
      // reset, or the service gave up
    } finally {
      open.remove(client);
    }
  }

  private void connect(Socket client, int born) throws IOException {
    try (var other = new Socket()) {
      other.connect(target);
      open.add(other);
      var back = Thread.ofVirtual().start(() -> pump(other, client, born, false));
      pump(client, other, born, true);
      back.join();
      open.remove(other);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Passes on what comes until the line is cut, and swallows it from then on.
  private void pump(Socket from, Socket to, int born, boolean asking) {
    var buffer = new byte[16 * 1024];
    var swallowed = false;
    try {
      InputStream in = from.getInputStream();
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (born == cuts.get()) {
          to.getOutputStream().write(buffer, 0, read);
        } else if (asking && !swallowed) {
          swallowed = true;
          attempts.add(System.nanoTime());
        }
      }
      // A dead line does not tell that the other end has gone, either.
      if (born == cuts.get() || asking) {
        closeQuietly(to);
      }
    } catch (IOException _) {
      closeQuietly(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // already gone
    }
  }

  private static void closeQuietly(Closeable end) {
    try {
      end.close();
    } catch (IOException _) {
      // already gone
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(Line::reset);
  }
}
