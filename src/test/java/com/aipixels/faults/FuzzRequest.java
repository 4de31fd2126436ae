package com.aipixels.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A request that can be bent in every place before it is sent. Its strings hold one byte in each
/// character, so that whatever a network can carry can be written down.
final class FuzzRequest {

  String method;
  String path;
  final List<String> query = new ArrayList<>();
  final List<String> headers = new ArrayList<>();
  String version = "HTTP/1.1";
  byte[] body = {};
  boolean isChunked;

  /// Whether the server itself may refuse it before anybody has looked at it.
  boolean isBroken;

  /// What was done to it.
  final List<String> bends = new ArrayList<>();

  FuzzRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /// Text as the bytes that it is sent as.
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// Percent-encoded, all of it.
  static String encoded(String text) {
    var encoded = new StringBuilder();
    for (var one : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append("%%%02X".formatted(one & 0xFF));
    }
    return encoded.toString();
  }

  /// In place of what such a header had before.
  void header(String name, String value) {
    headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    headers.add(name + ": " + value);
  }

  boolean isLarge() {
    return body.length > 60_000;
  }

  byte[] toBytes() {
    var head = new StringBuilder();
    head.append(method).append(' ').append(path);
    if (!query.isEmpty()) {
      head.append('?').append(String.join("&", query));
    }
    head.append(' ').append(version).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (isChunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.length > 0 || !method.equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (isChunked) {
      for (var at = 0; at < body.length; at += 1000) {
        var size = Math.min(1000, body.length - at);
        whole.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        whole.write(body, at, size);
        whole.writeBytes(new byte[] {'\r', '\n'});
      }
      whole.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      whole.writeBytes(body);
    }
    return whole.toByteArray();
  }

  /// For whoever wants to send it again: what is no plain letter is escaped, and the end left out.
  @Override
  public String toString() {
    var text = new StringBuilder(String.join(", ", bends)).append(": ");
    var sent = toBytes();
    for (var at = 0; at < Math.min(sent.length, 3000); at++) {
      var one = sent[at] & 0xFF;
      text.append(one >= ' ' && one < 0x7F ? Character.toString(one) : "\\x%02x".formatted(one));
    }
    return text.toString();
  }
}
