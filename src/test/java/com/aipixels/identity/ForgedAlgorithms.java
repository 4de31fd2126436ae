package com.aipixels.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens signed by other means than with the key of ours, or that say so.
final class ForgedAlgorithms extends Forgery {

  ForgedAlgorithms(RSAKey key) {
    super(key);
  }

  @Override
  void forge() throws Exception {
    algorithms();
    keys();
  }

  private void algorithms() throws Exception {
    for (var none :
        List.of("none", "None", "NONE", "nOnE", "", "rs256", "RS256 ", "RSA", "HS256", "ES256")) {
      var other = alg("\"" + none + "\"");
      tokens.put("alg " + none + ", no signature", base64(other) + "." + base64(CLAIMS) + ".");
      tokens.put("alg " + none + ", signed", signed(other, CLAIMS));
    }
    for (var odd : List.of("null", "1", "true", "[\"RS256\"]", "{\"alg\":\"RS256\"}")) {
      tokens.put("alg " + odd, signed(alg(odd), CLAIMS));
    }
    tokens.put("no alg", signed("{\"kid\":\"%s\"}".formatted(key.getKeyID()), CLAIMS));
    for (var secret :
        Map.of(
                "pem",
                pem(),
                "jwk",
                key.toPublicJWK().toJSONString(),
                "modulus",
                key.getModulus().toString(),
                "nothing",
                "\0")
            .entrySet()) {
      for (var hash : List.of("256", "384", "512")) {
        var text = base64(alg("\"HS" + hash + "\"")) + "." + base64(CLAIMS);
        var mac = Mac.getInstance("HmacSHA" + hash);
        mac.init(new SecretKeySpec(secret.getValue().getBytes(UTF_8), mac.getAlgorithm()));
        tokens.put(
            "HS%s with the public key as %s".formatted(hash, secret.getKey()),
            text + "." + base64(mac.doFinal(text.getBytes(US_ASCII))));
      }
    }
    for (var hash : List.of("384", "512")) {
      var text = base64(alg("\"RS" + hash + "\"")) + "." + base64(CLAIMS);
      tokens.put(
          "RS" + hash,
          text + "." + base64(sign(text, "SHA" + hash + "withRSA", key.toPrivateKey())));
    }
    var pss = base64(alg("\"PS256\"")) + "." + base64(CLAIMS);
    tokens.put("PS256", pss + "." + base64(sign(pss, "RSASSA-PSS", key.toPrivateKey())));
    var curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp256r1"));
    var elliptic = base64(alg("\"ES256\"")) + "." + base64(CLAIMS);
    tokens.put(
        "ES256 of another",
        elliptic
            + "."
            + base64(
                sign(
                    elliptic,
                    "SHA256withECDSAinP1363Format",
                    curve.generateKeyPair().getPrivate())));
    tokens.put("ES256 of nothing", elliptic + "." + base64(new byte[64]));
  }

  private void keys() throws JOSEException {
    for (var kid :
        List.of(
            "../../../../dev/null",
            "/etc/passwd",
            "' OR '1'='1",
            "x' UNION SELECT 'key'--",
            "| id",
            "http://evil.example/jwks",
            "ins_ours\\u0000",
            "ins_ours ",
            "INS_OURS",
            "ins_attacker",
            "%00",
            "😀")) {
      tokens.put("kid " + kid, signed(with("kid", "\"" + kid + "\""), CLAIMS));
      tokens.put(
          "kid %s of an attacker".formatted(kid),
          signed(with("kid", "\"" + kid + "\""), CLAIMS, OF_AN_ATTACKER));
    }
    for (var odd : List.of("1", "[\"ins_ours\"]", "{}", "true")) {
      tokens.put("kid " + odd, signed(with("kid", odd), CLAIMS));
    }
    var own = OF_AN_ATTACKER.toPublicJWK().toJSONString();
    for (var more :
        List.of(
            "\"jku\":\"https://evil.example/jwks.json\"",
            "\"x5u\":\"https://evil.example/key.pem\"",
            "\"jwk\":" + own,
            "\"x5c\":[\"%s\"]"
                .formatted(
                    Base64.getEncoder()
                        .encodeToString(OF_AN_ATTACKER.toRSAPublicKey().getEncoded())),
            "\"x5t\":\"AAAA\"")) {
      var name = more.substring(1, more.indexOf('"', 1));
      tokens.put(name + " of an attacker", signed(with(more), CLAIMS, OF_AN_ATTACKER));
      tokens.put(
          name + " and kid of an attacker",
          signed(with(more).replace(key.getKeyID(), "ins_attacker"), CLAIMS, OF_AN_ATTACKER));
      tokens.put(
          name + " alone", signed("{\"alg\":\"RS256\"," + more + "}", CLAIMS, OF_AN_ATTACKER));
    }
    tokens.put("key of an attacker", signed(header, CLAIMS, OF_AN_ATTACKER));
  }
}
