package com.aipixels.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Locale;

/// Tokens that were, or will be, or are of somebody or somewhere else.
final class ForgedClaims extends Forgery {

  ForgedClaims(RSAKey key) {
    super(key);
  }

  @Override
  void forge() throws Exception {
    times();
    claims();
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
}
