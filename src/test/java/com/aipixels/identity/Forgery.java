package com.aipixels.identity;

import static com.aipixels.identity.TokenFixture.NOW;
import static com.aipixels.identity.TokenFixture.aKey;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/// What it takes to write a session token, and to write one that is none.
abstract class Forgery {

  static final RSAKey OF_AN_ATTACKER = aKey("ins_attacker", 2048);
  static final long SECONDS = NOW.getEpochSecond();
  static final String CLAIMS =
      """
      {"iss":"https://glad-otter-12.clerk.accounts.dev","azp":"http://localhost:8080","sub":"user_2test","exp":%d}\
      """
          .formatted(SECONDS + 1000);

  final RSAKey key;
  final String header;
  final String genuine;
  final Map<String, String> tokens = new LinkedHashMap<>();

  Forgery(RSAKey key) {
    this.key = key;
    this.header = "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(key.getKeyID());
    this.genuine = signed(header, CLAIMS);
  }

  /// Adds its tokens, by what is wrong with them.
  abstract void forge() throws Exception;

  String alg(String alg) {
    return "{\"alg\":%s,\"kid\":\"%s\"}".formatted(alg, key.getKeyID());
  }

  String with(String more) {
    return header.replace("}", "," + more + "}");
  }

  static String with(String name, String value) {
    return "{\"alg\":\"RS256\",\"%s\":%s}".formatted(name, value);
  }

  static String more(String claim) {
    return CLAIMS.substring(0, CLAIMS.length() - 1) + "," + claim + "}";
  }

  static String claim(String name, String value) {
    return CLAIMS.replaceFirst(
        "\"%s\":(\"[^\"]*\"|\\d+)".formatted(name),
        Matcher.quoteReplacement("\"%s\":%s".formatted(name, value)));
  }

  String signed(String header, String claims) {
    return signed(header, claims, key);
  }

  static String signed(String header, String claims, RSAKey key) {
    try {
      var text = base64(header) + "." + base64(claims);
      return text + "." + base64(sign(text, "SHA256withRSA", key.toPrivateKey()));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] sign(String text, String algorithm, PrivateKey key)
      throws GeneralSecurityException {
    var signature = Signature.getInstance(algorithm);
    if (algorithm.equals("RSASSA-PSS")) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    signature.initSign(key);
    signature.update(text.getBytes(US_ASCII));
    return signature.sign();
  }

  String pem() throws JOSEException {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.toRSAPublicKey().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
