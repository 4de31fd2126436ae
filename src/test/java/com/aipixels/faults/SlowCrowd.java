package com.aipixels.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Thousands of connections that send, or read, ten bytes a second each. One thread serves them all
/// in turn.
final class SlowCrowd {

  private static final int AT_A_TIME = 10;
  private static final Duration TURN = Duration.ofSeconds(1);

  /// What somebody does slowly.
  enum Kind {
    HEAD("GET /api/v1/images HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", true),
    BODY(
        "POST /local-clerk/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n{\"username\": \"",
        true),
    UNWANTED(
        "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n{\"username\": \"",
        true),
    READER("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", false);

    private final String beginning;
    private final boolean sends;

    Kind(String beginning, boolean sends) {
      this.beginning = beginning;
      this.sends = sends;
    }
  }

  static final List<Kind> SENDERS =
      Arrays.stream(Kind.values()).filter(kind -> kind.sends).toList();

  private static final class Slow {
    private final Kind kind;
    private final SocketChannel channel;
    private final long opened = System.nanoTime();
    private long closed;

    private Slow(Kind kind, SocketChannel channel) {
      this.kind = kind;
      this.channel = channel;
    }
  }

  private final InetSocketAddress service;
  private final String picture;
  private final List<Slow> all = new ArrayList<>();
  private long turned = System.nanoTime();
  private int refused;

  /// @param picture the path of what the readers read
  SlowCrowd(int port, String picture) {
    this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.picture = picture;
  }

  /// So many of each kind come, as fast as they are let in.
  void come(int senders, int readers) throws IOException {
    for (var n = 0; n < senders + readers; n++) {
      open(n < senders ? SENDERS.get(n % SENDERS.size()) : Kind.READER);
      if (System.nanoTime() - turned > TURN.toNanos()) {
        turn();
      }
    }
  }

  /// Goes on until all who send have been hung up on, or for so long.
  void goOn(Duration longest) throws IOException {
    var end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end && !left().isEmpty()) {
      turn();
      LockSupport.parkNanos(turned + TURN.toNanos() - System.nanoTime());
    }
  }

  private void turn() throws IOException {
    turned = System.nanoTime();
    for (var slow : all) {
      if (slow.closed == 0 && !move(slow)) {
        slow.closed = System.nanoTime();
        slow.channel.close();
      }
    }
  }

  /// Who of those that send are still there.
  List<Kind> left() {
    return all.stream()
        .filter(slow -> slow.kind.sends && slow.closed == 0)
        .map(slow -> slow.kind)
        .toList();
  }

  int came() {
    return all.size();
  }

  int refused() {
    return refused;
  }

  /// How long those were there who were hung up on.
  List<Duration> stays(Kind kind) {
    return all.stream()
        .filter(slow -> slow.kind == kind && slow.closed != 0)
        .map(slow -> Duration.ofNanos(slow.closed - slow.opened))
        .toList();
  }

  void leave() throws IOException {
    for (var slow : all) {
      slow.channel.close();
    }
  }

  private void open(Kind kind) throws IOException {
    var channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      channel.socket().connect(service, (int) TimeUnit.SECONDS.toMillis(3));
      channel.write(
          ByteBuffer.wrap(kind.beginning.formatted(picture).getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      all.add(new Slow(kind, channel));
    } catch (IOException _) {
      refused++;
      channel.close();
    }
  }

  /// False where the service has hung up.
  private static boolean move(Slow slow) {
    try {
      if (slow.kind.sends) {
        slow.channel.write(ByteBuffer.wrap("slow-slow-".getBytes(StandardCharsets.US_ASCII)));
      }
      return slow.channel.read(ByteBuffer.allocate(AT_A_TIME)) >= 0;
    } catch (IOException _) {
      return false;
    }
  }
}
