package com.aipixels.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/// Tokens whose headers say what no session token says.
final class ForgedHeaders extends Forgery {

  ForgedHeaders(RSAKey key) {
    super(key);
  }

  @Override
  void forge() throws Exception {
    headers();
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
}
