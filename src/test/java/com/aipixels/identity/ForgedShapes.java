package com.aipixels.identity;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// Genuine tokens that were bent, and what never was one.
final class ForgedShapes extends Forgery {

  ForgedShapes(RSAKey key) {
    super(key);
  }

  @Override
  void forge() throws Exception {
    shapes();
    signatures();
    sizes();
  }

  private void shapes() throws JOSEException {
    var parts = genuine.split("\\.", -1);
    for (var shape :
        Map.ofEntries(
                Map.entry("two parts", parts[0] + "." + parts[1]),
                Map.entry("four parts", genuine + "." + parts[2]),
                Map.entry("five parts", genuine + ".AA.AA"),
                Map.entry("a point behind", genuine + "."),
                Map.entry("a point before", "." + genuine),
                Map.entry("a space behind", genuine + " "),
                Map.entry("a line behind", genuine + "\n"),
                Map.entry("a space before", " " + genuine),
                Map.entry("a space inside", parts[0] + " ." + parts[1] + "." + parts[2]),
                Map.entry("padded", genuine + "="),
                Map.entry("padded twice", genuine + "=="),
                Map.entry("bytes behind", genuine + "AAAA"),
                Map.entry("no base64 behind", genuine + "!"),
                Map.entry("NUL behind", genuine + "\0"),
                Map.entry("two tokens", genuine + "," + genuine),
                Map.entry("quoted", "\"" + genuine + "\""),
                Map.entry("Bearer twice", "Bearer " + genuine),
                Map.entry("upper case", genuine.toUpperCase(Locale.ROOT)),
                Map.entry("parts exchanged", parts[1] + "." + parts[0] + "." + parts[2]),
                Map.entry("a comma", parts[0] + "," + parts[1] + "," + parts[2]))
            .entrySet()) {
      tokens.put(shape.getKey(), shape.getValue());
    }
    var bomb =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .contentType("JWT")
                .build(),
            new Payload(genuine + " ".repeat(5_000_000)));
    bomb.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
    tokens.put("JWE that unpacks to 5 MB", bomb.serialize());
  }

  private void signatures() throws Exception {
    var text = genuine.substring(0, genuine.lastIndexOf('.') + 1);
    var signature = Base64.getUrlDecoder().decode(genuine.substring(text.length()));
    tokens.put("no signature", text);
    tokens.put("signature of zeros", text + base64(new byte[256]));
    tokens.put("signature of ones", text + base64(BigInteger.ONE.shiftLeft(2047).toByteArray()));
    tokens.put("signature of one", text + base64(BigInteger.ONE.toByteArray()));
    tokens.put("half a signature", text + base64(Arrays.copyOf(signature, 128)));
    tokens.put("longer signature", text + base64(Arrays.copyOf(signature, 257)));
    tokens.put(
        "signature + modulus",
        text
            + base64(
                new BigInteger(1, signature)
                    .add(key.getModulus().decodeToBigInteger())
                    .toByteArray()));
    tokens.put(
        "signature in standard base64",
        text + Base64.getEncoder().encodeToString(signature).concat("+"));
    tokens.put("signature in hexadecimal", text + HexFormat.of().formatHex(signature));
    var reversed = signature.clone();
    for (var at = 0; at < 256; at++) {
      reversed[at] = signature[255 - at];
    }
    tokens.put("signature backwards", text + base64(reversed));
    signature[100] = (byte) (signature[100] ^ 1);
    tokens.put("a bit of the signature", text + base64(signature));
    var last = genuine.charAt(genuine.length() - 1);
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    tokens.put(
        "another spelling of the signature",
        genuine.substring(0, genuine.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1));
    tokens.put(
        "signature of other claims",
        base64(header)
            + "."
            + base64(claim("sub", "\"user_victim\""))
            + genuine.substring(genuine.lastIndexOf('.')));
    tokens.put(
        "signature of another header",
        base64(with("\"typ\":\"JWT\"")) + genuine.substring(genuine.indexOf('.')));
    tokens.put(
        "MD5 with RSA",
        text
            + base64(sign(text.substring(0, text.length() - 1), "MD5withRSA", key.toPrivateKey())));
    tokens.put(
        "SHA-1 with RSA",
        text
            + base64(
                sign(text.substring(0, text.length() - 1), "SHA1withRSA", key.toPrivateKey())));
  }

  private void sizes() {
    tokens.put("1 MB of nothing", "a".repeat(1 << 20));
    tokens.put("1 MB of points", ".".repeat(1 << 20));
    tokens.put("kid of 1 MB", signed(with("kid", "\"%s\"".formatted("k".repeat(1 << 20))), CLAIMS));
    tokens.put(
        "claim of 1 MB", signed(header, more("\"x\":\"%s\"".formatted("x".repeat(1 << 20)))));
    tokens.put(
        "deep header", signed(with("\"x\":" + "[".repeat(100_000) + "]".repeat(100_000)), CLAIMS));
    tokens.put(
        "deep claims",
        signed(header, more("\"x\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000))));
    tokens.put("huge number", signed(header, claim("exp", "9".repeat(500_000))));
  }
}
