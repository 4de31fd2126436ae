package com.aipixels.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;

/// A file host that resets every connection in the middle of the body: what a server closes by
/// itself ends with FIN, and a client may treat the two differently.
final class FakeResets implements AutoCloseable {

  private static final int ANNOUNCED = 400_000;

  private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

  FakeResets(ExecutorService threads) throws IOException {
    var _ = threads.submit(() -> accept(threads));
  }

  String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept(ExecutorService threads) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        var _ = threads.submit(() -> reset(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void reset(Socket client) {
    try (client) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      while (!"".equals(request.readLine())) {
        // to the end of the headers
      }
      OutputStream out = client.getOutputStream();
      String head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(ANNOUNCED);
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[ANNOUNCED / 2]);
      out.flush();
      client.setSoLinger(true, 0);
    } catch (IOException gone) {
      // the client went first
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
