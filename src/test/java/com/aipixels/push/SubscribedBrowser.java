package com.aipixels.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser that reads what is sent to it as RFC 8291 says, by the platform's own means.
final class SubscribedBrowser {

  private final KeyPair keys;
  private final byte[] secret = new byte[16];

  SubscribedBrowser() {
    new SecureRandom().nextBytes(secret);
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As its `PushSubscription` would be written.
  Map<String, Object> subscription(String endpoint, String language) {
    return Map.of(
        "endpoint",
        endpoint,
        "keys",
        Map.of("p256dh", base64(point()), "auth", base64(secret)),
        "language",
        language);
  }

  /// What a message says.
  JsonNode read(byte[] message) {
    try {
      var salt = Arrays.copyOf(message, 16);
      int length = message[20];
      var sender = Arrays.copyOfRange(message, 21, 21 + length);
      var sealed = Arrays.copyOfRange(message, 21 + length, message.length);

      var info = join("WebPush: info\0".getBytes(UTF_8), point(), sender);
      var shared = derive(secret, agreed(sender), info, 32);
      var key = derive(salt, shared, "Content-Encoding: aes128gcm\0".getBytes(UTF_8), 16);
      var nonce = derive(salt, shared, "Content-Encoding: nonce\0".getBytes(UTF_8), 12);

      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      var padded = new String(cipher.doFinal(sealed), UTF_8);
      return JsonMapper.shared().readTree(padded.substring(0, padded.lastIndexOf('\u0002')));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("The message is not for this browser", e);
    }
  }

  private byte[] agreed(byte[] sender) throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(publicKey(sender), true);
    return agreement.generateSecret();
  }

  private PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    var curve = ((ECPublicKey) keys.getPublic()).getParams();
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
  }

  private static byte[] derive(byte[] salt, byte[] from, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(from).thenExpand(info, length));
  }

  private byte[] point() {
    var w = ((ECPublicKey) keys.getPublic()).getW();
    return join(new byte[] {4}, wide(w.getAffineX()), wide(w.getAffineY()));
  }

  private static byte[] wide(BigInteger number) {
    var bytes = number.toByteArray();
    var wide = new byte[32];
    int used = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - used, wide, 32 - used, used);
    return wide;
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
