package com.aipixels.faults;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A webhook as Clerk or Replicate sends it, and as somebody would who has seen one and has no key.
/// Headers that are null are not sent.
///
/// @param family what its headers' names begin with
record SignedWebhook(
    String path,
    String family,
    @Nullable String id,
    @Nullable String timestamp,
    @Nullable String signature,
    String body) {

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String NAME =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

  static SignedWebhook of(String path, String family, String secret, String id, String body) {
    var now = Long.toString(Instant.now().getEpochSecond());
    return new SignedWebhook(path, family, id, now, sign(secret, id, now, body), body);
  }

  /// The same with one thing changed that the signature is about, or another signature.
  SignedWebhook forged(Random random) {
    var forged = changed(random);
    if (forged.equals(this)) {
      throw new AssertionError("Not forged at all: " + forged);
    }
    return forged;
  }

  private SignedWebhook changed(Random random) {
    String id = String.valueOf(this.id);
    String timestamp = String.valueOf(this.timestamp);
    String signature = String.valueOf(this.signature);
    return switch (random.nextInt(8)) {
      case 0 -> with(id, timestamp, "v1," + replaced(signature.substring(3), BASE64, random), body);
      case 1 -> with(id, timestamp, signature, replaced(body, NAME, random));
      case 2 -> with(replaced(id, NAME, random), timestamp, signature, body);
      case 3 -> {
        // Still of these minutes, so that nothing but the signature can refuse it.
        var seconds = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(200));
        yield with(id, Long.toString(Long.parseLong(timestamp) + seconds), signature, body);
      }
      case 4 ->
          with(id, timestamp, signature.substring(0, random.nextInt(signature.length())), body);
      case 5 -> {
        var key = new byte[32];
        random.nextBytes(key);
        var secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        yield with(id, timestamp, sign(secret, id, timestamp, body), body);
      }
      case 6 ->
          switch (random.nextInt(3)) {
            case 0 -> with(null, timestamp, signature, body);
            case 1 -> with(id, null, signature, body);
            default -> with(id, timestamp, null, body);
          };
      default -> with(id, timestamp, "v" + (2 + random.nextInt(8)) + signature.substring(2), body);
    };
  }

  private SignedWebhook with(
      @Nullable String newId,
      @Nullable String newTimestamp,
      @Nullable String newSignature,
      String newBody) {
    return new SignedWebhook(path, family, newId, newTimestamp, newSignature, newBody);
  }

  private static String replaced(String text, String alphabet, Random random) {
    while (true) {
      var at = random.nextInt(text.length());
      var other = alphabet.charAt(random.nextInt(alphabet.length()));
      if (text.charAt(at) != other) {
        return text.substring(0, at) + other + text.substring(at + 1);
      }
    }
  }

  /// The headers of the family, as [com.aipixels.Caller] takes them.
  String[] headers() {
    var headers = new ArrayList<String>();
    header(headers, "id", id);
    header(headers, "timestamp", timestamp);
    header(headers, "signature", signature);
    return headers.toArray(String[]::new);
  }

  private void header(List<String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(family + "-" + name);
      headers.add(value);
    }
  }

  /// The whole request.
  byte[] bytes() {
    var content = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    var headers = headers();
    for (var at = 0; at < headers.length; at += 2) {
      head.append(headers[at]).append(": ").append(headers[at + 1]).append("\r\n");
    }
    head.append("Content-Type: application/json\r\nContent-Length: ")
        .append(content.length)
        .append("\r\n\r\n");
    var start = head.toString().getBytes(StandardCharsets.UTF_8);
    var whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }

  private static String sign(String secret, String id, String timestamp, String body) {
    try {
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed = id + "." + timestamp + "." + body;
      var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
