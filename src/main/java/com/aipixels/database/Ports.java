package com.aipixels.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports of 127.0.0.1.
final class Ports {

  private Ports() {}

  /// The wanted port when nobody listens there, else any free one; a fixed one is never replaced.
  static int choose(int fixed, int wanted) throws IOException {
    if (fixed != 0) {
      return fixed;
    }
    return wanted != 0 && isFree(wanted) ? wanted : anyFree();
  }

  static boolean isFree(int port) {
    try {
      return open(port) == port;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    return open(0);
  }

  private static int open(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
