package com.aipixels.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    return answer(request, true).status();
  }

  /// The answer, of which a stream of events is left unread.
  ///
  /// @param hasBody whether a body follows where the headers speak of one: not after `HEAD`
  RawAnswer answer(byte[] request, boolean hasBody) throws IOException {
    var open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setTcpNoDelay(true);
      open.setSoTimeout(60_000);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    send(open, request);
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    while (status == 100) {
      headers();
      status = Integer.parseInt(line().split(" ", 3)[1]);
    }
    var headers = headers();
    var bare = !hasBody || status == 204 || status == 304;
    var answer = new RawAnswer(status, headers, bare ? new byte[0] : body(headers));
    if (answer.header("connection").orElse("").equals("close")
        || answer.contentType().equals("text/event-stream")) {
      close();
    }
    return answer;
  }

  /// Whoever refuses a request before its end may have hung up while it was still on its way.
  private static void send(Socket open, byte[] request) {
    try {
      open.getOutputStream().write(request);
    } catch (IOException _) {
      // the answer tells
    }
  }

  private Map<String, List<String>> headers() throws IOException {
    var headers = new HashMap<String, List<String>>();
    for (var header = line(); !header.isEmpty(); header = line()) {
      var colon = header.indexOf(':');
      headers
          .computeIfAbsent(
              header.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (headers
        .getOrDefault("content-type", List.of(""))
        .getFirst()
        .startsWith("text/event-stream")) {
      return new byte[0];
    }
    if (headers.containsKey("transfer-encoding")) {
      var body = new ByteArrayOutputStream();
      for (var size = chunk(); size > 0; size = chunk()) {
        body.write(in.readNBytes(size));
        in.skipNBytes(2);
      }
      line();
      return body.toByteArray();
    }
    if (headers.containsKey("content-length")) {
      var length = Integer.parseInt(headers.get("content-length").getFirst());
      var body = in.readNBytes(length);
      if (body.length < length) {
        throw new IOException("The connection ended in the middle of a body");
      }
      return body;
    }
    return headers.getOrDefault("connection", List.of()).contains("close")
        ? in.readAllBytes()
        : new byte[0];
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
