package com.aipixels.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Standard Webhooks, symmetric version 1: HMAC-SHA256 over `id.timestamp.body`, not older or newer
/// than five minutes. While secrets rotate, any of ours may fit any of the signatures sent.
public final class WebhookSignature {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final List<SecretKeySpec> keys;
  private final InstantSource clock;

  /// @param secrets `whsec_` and Base64, or Base64 alone; several separated by commas
  /// @throws IllegalArgumentException when one is something else
  public WebhookSignature(String secrets, InstantSource clock) {
    this.keys =
        Arrays.stream(secrets.split(",", -1))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .map(WebhookSignature::key)
            .toList();
    this.clock = clock;
  }

  private static SecretKeySpec key(String secret) {
    try {
      byte[] bytes = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      return new SecretKeySpec(bytes, "HmacSHA256");
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException(
          "A webhook secret must be whsec_ followed by Base64.", notBase64);
    }
  }

  /// Whether the body was signed with one of our secrets, for this id and at this time.
  public boolean accepts(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
    if (id == null || timestamp == null || signatures == null) {
      return false;
    }
    String sentId = id.strip();
    String sentAt = timestamp.strip();
    if (!ID.matcher(sentId).matches() || !recent(sentAt)) {
      return false;
    }
    List<byte[]> expected = keys.stream().map(key -> sign(key, sentId, sentAt, body)).toList();
    boolean accepted = false;
    for (String signature : signatures.strip().split("\\s+", -1)) {
      byte[] sent = signature.getBytes(StandardCharsets.UTF_8);
      for (byte[] own : expected) {
        accepted |= MessageDigest.isEqual(own, sent);
      }
    }
    return accepted;
  }

  /// Every secret's signature, separated by spaces, as a sender puts them into the header.
  public String sign(String id, String timestamp, byte[] body) {
    return keys.stream()
        .map(key -> new String(sign(key, id, timestamp, body), StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  private boolean recent(String timestamp) {
    return SECONDS.matcher(timestamp).matches()
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp))
            <= TOLERANCE.toSeconds();
  }

  private static byte[] sign(SecretKeySpec key, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return signature.getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has HmacSHA256.", missing);
    }
  }
}
