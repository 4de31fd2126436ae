package com.aipixels.identity;

import static com.aipixels.identity.TokenFixture.NOW;
import static com.aipixels.identity.TokenFixture.aKey;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Session tokens that somebody could try who has seen a genuine one, by what is wrong with them;
/// mostly after RFC 8725, section 2. All others of their parts are as they should be.
final class ForgedTokens {

  private static final RSAKey OF_AN_ATTACKER = aKey("ins_attacker", 2048);
  private static final long SECONDS = NOW.getEpochSecond();
  private static final String CLAIMS =
      """
      {"iss":"https://glad-otter-12.clerk.accounts.dev","azp":"http://localhost:8080","sub":"user_2test","exp":%d}\
      """
          .formatted(SECONDS + 1000);

  private final RSAKey key;
  private final String header;
  private final String genuine;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private ForgedTokens(RSAKey key) {
    this.key = key;
    this.header = "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(key.getKeyID());
    this.genuine = signed(header, CLAIMS);
  }

  /// What shows that nothing but what is wrong makes the others wrong.
  static String genuine(RSAKey key) {
    return new ForgedTokens(key).genuine;
  }

  static Map<String, String> of(RSAKey key) throws Exception {
    var forged = new ForgedTokens(key);
    forged.algorithms();
    forged.keys();
    forged.headers();
    forged.times();
    forged.claims();
    forged.shapes();
    forged.signatures();
    forged.sizes();
    return forged.tokens;
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

  private void headers() {
    for (var crit : List.of("[\"exp\"]", "[\"unknown\"]", "\"exp\"", "[\"alg\"]", "[1]")) {
      tokens.put("crit " + crit, signed(with("\"crit\":" + crit), CLAIMS));
    }
    tokens.put("crit b64", signed(with("\"b64\":false,\"crit\":[\"b64\"]"), CLAIMS));
    for (var typ :
        List.of(
            "at+jwt",
            "JWE",
            "dpop+jwt",
            "logout+jwt",
            "JOSE",
            "application/at+jwt",
            "secevent+jwt")) {
      tokens.put("typ " + typ, signed(with("\"typ\":\"%s\"".formatted(typ)), CLAIMS));
    }
    tokens.put("typ that is no text", signed(with("\"typ\":[\"JWT\"]"), CLAIMS));
    for (var cat : List.of("cl_B7d4PD222AAA", "cl_B7d4PD333AAA")) {
      tokens.put("cat " + cat, signed(with("\"cat\":\"%s\"".formatted(cat)), CLAIMS));
    }
    tokens.put("alg twice", signed(header.replace("{", "{\"alg\":\"none\","), CLAIMS));
    tokens.put("alg twice, none last", signed(header.replace("}", ",\"alg\":\"none\"}"), CLAIMS));
    tokens.put("kid twice", signed(header.replace("{", "{\"kid\":\"other\","), CLAIMS));
    for (var odd :
        List.of("", "{}", "[]", "null", "1", "\"RS256\"", "{", header + header, header + "x")) {
      tokens.put("header " + odd, signed(odd, CLAIMS));
    }
    tokens.put("header in UTF-16", signed(new String(header.getBytes(UTF_16), ISO_8859_1), CLAIMS));
  }

  private void times() {
    for (var exp :
        List.of(
            "null",
            "\"%d\"".formatted(SECONDS + 1000),
            "0",
            "-1",
            Long.toString(SECONDS - 5),
            Long.toString(SECONDS - 6),
            Long.toString(SECONDS - 86_400),
            "[%d]".formatted(SECONDS + 1000),
            "{}",
            "true",
            "\"never\"",
            "-1e300",
            "\"Infinity\"")) {
      tokens.put("exp " + exp, signed(header, claim("exp", exp)));
    }
    tokens.put("no exp", signed(header, CLAIMS.replaceFirst(",\"exp\":\\d+", "")));
    tokens.put("exp twice", signed(header, CLAIMS.replace("{", "{\"exp\":1,")));
    for (var begin : List.of("nbf", "iat")) {
      for (var time :
          List.of(
              Long.toString(SECONDS + 6),
              Long.toString(SECONDS + 86_400),
              "1e12",
              "\"tomorrow\"",
              "[1]")) {
        tokens.put(begin + " " + time, signed(header, more("\"%s\":%s".formatted(begin, time))));
      }
    }
  }

  private void claims() {
    var issuer = "https://glad-otter-12.clerk.accounts.dev";
    for (var iss :
        List.of(
            "null",
            "\"\"",
            "\"https://evil.example\"",
            "\"%s/\"".formatted(issuer),
            "\"%s.evil.example\"".formatted(issuer),
            "\"%s\"".formatted(issuer.replace("https", "http")),
            "\"%s\"".formatted(issuer.toUpperCase(Locale.ROOT)),
            "[\"%s\"]".formatted(issuer),
            "1",
            "\"https://x@glad-otter-12.clerk.accounts.dev\"",
            "\" %s\"".formatted(issuer))) {
      tokens.put("iss " + iss, signed(header, claim("iss", iss)));
    }
    for (var azp :
        List.of(
            "null",
            "\"\"",
            "\"null\"",
            "\"*\"",
            "\"https://evil.example\"",
            "\"http://localhost:8080/\"",
            "\"http://localhost:8080.evil.example\"",
            "\"https://localhost:8080\"",
            "\"http://LOCALHOST:8080\"",
            "[\"http://localhost:8080\"]",
            "\"http://localhost:80801\"",
            "\"http://localhost\"")) {
      tokens.put("azp " + azp, signed(header, claim("azp", azp)));
    }
    for (var sub :
        List.of(
            "null",
            "\"\"",
            "[\"user_2test\"]",
            "{}",
            "\"mch_2test\"",
            "\"%s\"".formatted("u".repeat(256)))) {
      tokens.put("sub " + sub, signed(header, claim("sub", sub)));
    }
    tokens.put("sub twice", signed(header, CLAIMS.replace("{", "{\"sub\":\"user_victim\",")));
    for (var sts : List.of("\"pending\"", "\"\"", "\"Active\"", "[\"active\"]", "1")) {
      tokens.put("sts " + sts, signed(header, more("\"sts\":" + sts)));
    }
    for (var odd : List.of("", "[]", "null", "1", "{", CLAIMS + "x", CLAIMS + CLAIMS)) {
      tokens.put("claims " + odd, signed(header, odd));
    }
    tokens.put("a token in a token", signed(with("\"cty\":\"JWT\""), genuine));
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

  private String alg(String alg) {
    return "{\"alg\":%s,\"kid\":\"%s\"}".formatted(alg, key.getKeyID());
  }

  private String with(String more) {
    return header.replace("}", "," + more + "}");
  }

  private static String with(String name, String value) {
    return "{\"alg\":\"RS256\",\"%s\":%s}".formatted(name, value);
  }

  private static String more(String claim) {
    return CLAIMS.substring(0, CLAIMS.length() - 1) + "," + claim + "}";
  }

  private static String claim(String name, String value) {
    return CLAIMS.replaceFirst(
        "\"%s\":(\"[^\"]*\"|\\d+)".formatted(name),
        Matcher.quoteReplacement("\"%s\":%s".formatted(name, value)));
  }

  private String signed(String header, String claims) {
    return signed(header, claims, key);
  }

  private static String signed(String header, String claims, RSAKey key) {
    try {
      var text = base64(header) + "." + base64(claims);
      return text + "." + base64(sign(text, "SHA256withRSA", key.toPrivateKey()));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sign(String text, String algorithm, PrivateKey key)
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

  private String pem() throws JOSEException {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.toRSAPublicKey().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
