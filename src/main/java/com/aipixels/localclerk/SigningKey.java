package com.aipixels.localclerk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/// The key that the stand-in signs session tokens with. It outlives the process, so that a restart
/// signs nobody out.
record SigningKey(RSAKey key) {

  static SigningKey in(PrivateFile file, Ids ids) {
    return file.read().map(SigningKey::parsed).orElseGet(() -> made(file, ids));
  }

  String id() {
    return key.getKeyID();
  }

  JWSSigner signer() throws JOSEException {
    return new RSASSASigner(key);
  }

  /// The public half.
  JWKSet published() {
    return new JWKSet(key).toPublicJWKSet();
  }

  private static SigningKey made(PrivateFile file, Ids ids) {
    try {
      RSAKey key =
          new RSAKeyGenerator(2048)
              .keyID(ids.next("ins"))
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      file.write(key.toJSONString());
      return new SigningKey(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot make a signing key", e);
    }
  }

  private static SigningKey parsed(String text) {
    try {
      return new SigningKey(RSAKey.parse(text));
    } catch (ParseException e) {
      throw new IllegalStateException("The kept signing key cannot be read", e);
    }
  }
}
