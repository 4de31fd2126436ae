package com.aipixels.faults;

import static com.aipixels.faults.FuzzRequest.bytes;
import static com.aipixels.faults.FuzzRequest.encoded;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bends a request somewhere: in its address, its headers, its body, or in how it is written.
final class FuzzBends {

  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "PROPFIND",
          "get",
          "FOO");

  /// What is no text however it is read, or is none of the characters that it stands for.
  private static final List<String> NO_TEXT =
      List.of(
          "%FF",
          "%C0%80",
          "%ED%A0%80",
          "%F0%9F%98",
          "%E2%28%A1",
          "%00",
          "%",
          "%zz",
          "%u0041",
          "a%0d%0ab",
          "%2F",
          "%5C",
          "%2e%2e",
          ";x=1",
          "%3Bx",
          "%25",
          "//",
          "+",
          "%E0%A4%A");

  private static final List<List<String>> HEADERS =
      List.of(
          List.of("If-None-Match", "*", "\"x\"", "W/\"x\"", "x", "\"", "\"a\", W/\"b\", \"c\"", ""),
          List.of("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", "0", ""),
          List.of(
              "Range",
              "bytes=0-",
              "bytes=0-0",
              "bytes=-1",
              "bytes=5-2",
              "bytes=99999999-",
              "bytes=0-1,2-3",
              "bytes=",
              "pages=1-2",
              "bytes=9223372036854775807-9223372036854775807",
              "bytes=-9999999999999999999"),
          List.of(
              "Accept",
              "*/*",
              "application/json",
              "text/html",
              "application/xml",
              "text/event-stream",
              "",
              ";",
              "*",
              "a/b/c",
              "*/*;q=x",
              "application/json;q=0",
              "text/html;charset=nonsense",
              "application/*",
              "image/png"),
          List.of(
              "Accept-Language",
              "",
              "*",
              "ko",
              "en;q=x",
              "ko-KR-x-😀",
              "-",
              "ko,,en",
              "a".repeat(2000),
              "_"),
          List.of("Accept-Encoding", "gzip", "br", "identity;q=0", "*;q=0", ";"),
          List.of("Accept-Charset", "utf-16", "nonsense"),
          List.of(
              "Idempotency-Key",
              "",
              " ",
              "a",
              "k".repeat(255),
              "k".repeat(256),
              "k".repeat(5000),
              "열쇠",
              "\"a\"",
              "a,b"),
          List.of(
              "Content-Type",
              "*/*",
              "application/*",
              "text/plain",
              "application/json;charset=utf-16",
              "application/json;charset=nonsense",
              "application/xml",
              "image/png",
              "image/*",
              "",
              "json",
              "/",
              ";",
              "application/json;",
              "application/x-www-form-urlencoded",
              "application/problem+json",
              "multipart/mixed",
              "text/html; charset=\"",
              "application/zip"),
          List.of("Content-Encoding", "gzip", "br", "nonsense"),
          List.of(
              "Authorization",
              "",
              "Bearer",
              "Bearer ",
              "Bearer x",
              "Bearer a.b.c",
              "Basic eDp5",
              "bearer x",
              "Bearer 가.나.다",
              "Bearer " + "a".repeat(5000),
              "Digest"),
          List.of(
              "Cookie",
              "__session=",
              "__session=x",
              "lang=xx; theme=xx",
              "=",
              ";;;",
              "a",
              "__session=a.b.c; __session=d.e.f",
              "lang=\"ko",
              "쿠키=값"),
          List.of("Origin", "null", "https://evil.example", "http://127.0.0.1", "x", ""),
          List.of("Sec-Fetch-Site", "cross-site", "same-site", "none", "x"),
          List.of("Referer", "x", "http://[", "javascript:1"),
          List.of("Expect", "100-continue", "x"),
          List.of("X-Forwarded-For", "1.2.3.4", "x", "::", "1.2.3.4, 5.6.7.8", ",", "😀"),
          List.of("X-Forwarded-Proto", "https", "x", ""),
          List.of("X-Forwarded-Host", "evil.example", "a b", "[", ":99999"),
          List.of("X-Forwarded-Port", "443", "x", "-1", "99999"),
          List.of("X-HTTP-Method-Override", "DELETE", "FOO"),
          List.of(
              "Last-Event-ID",
              "",
              "x",
              "-1",
              "99999999999999999999",
              "1e3",
              "9223372036854775807",
              "0"),
          List.of("Host", "evil.example", "127.0.0.1:99999", ""),
          List.of("Connection", "close", "upgrade", "x"),
          List.of("Upgrade", "h2c", "websocket"),
          List.of("HX-Request", "true"),
          List.of("traceparent", "00-0-0-0", "x"));

  private FuzzBends() {}

  static void bend(FuzzRequest request, FuzzStock stock, Random random) {
    switch (random.nextInt(20)) {
      case 0, 1, 2 -> variable(request, random);
      case 3, 4, 5 -> query(request, stock, random);
      case 6, 7, 8, 9 -> header(request, random);
      case 10 -> {
        request.method = METHODS.get(random.nextInt(METHODS.size()));
        request.bends.add("another method");
      }
      case 11 -> wire(request, random);
      default -> FuzzBodies.bend(request, random);
    }
  }

  private static void variable(FuzzRequest request, Random random) {
    var parts = request.path.split("/", -1);
    var at = parts.length - 1 - random.nextInt(2);
    parts[Math.max(1, at)] = strange(random);
    request.path = String.join("/", parts);
    request.bends.add("another address");
  }

  private static void query(FuzzRequest request, FuzzStock stock, Random random) {
    request.bends.add("another query");
    if (request.query.isEmpty() || random.nextInt(6) == 0) {
      var name = List.of("limit", "cursor", "q", "x", "", "a[b]", "%FF").get(random.nextInt(7));
      request.query.add(name + "=" + strange(random));
      return;
    }
    var at = random.nextInt(request.query.size());
    var name = request.query.get(at).split("=", 2)[0];
    switch (random.nextInt(6)) {
      case 0 -> request.query.remove(at);
      case 1 -> request.query.add(name + "=" + strange(random));
      case 2 -> request.query.set(at, name);
      case 3 -> request.query.set(at, name + "=" + forged(stock.any("cursor", random), random));
      default -> request.query.set(at, name + "=" + strange(random));
    }
  }

  private static String strange(Random random) {
    return random.nextInt(3) == 0
        ? NO_TEXT.get(random.nextInt(NO_TEXT.size()))
        : encoded(random.nextBoolean() ? FuzzValues.hostile(random) : FuzzValues.word(random));
  }

  /// A cursor that was given out, with one character changed.
  private static String forged(String cursor, Random random) {
    var text = new StringBuilder(cursor);
    text.setCharAt(random.nextInt(text.length()), (char) ('A' + random.nextInt(26)));
    return text.toString();
  }

  private static void header(FuzzRequest request, Random random) {
    if (random.nextInt(12) == 0) {
      var languages =
          IntStream.range(0, 8 + random.nextInt(60))
              .mapToObj(
                  n -> (char) ('a' + n % 26) + "" + (char) ('a' + n / 3 % 26) + ";q=0." + n % 10)
              .collect(Collectors.joining(", "));
      request.header("Accept-Language", languages);
    } else {
      var header = HEADERS.get(random.nextInt(HEADERS.size()));
      request.header(header.getFirst(), bytes(header.get(1 + random.nextInt(header.size() - 1))));
    }
    request.bends.add("another header");
  }

  /// What the server refuses before it has a request.
  private static void wire(FuzzRequest request, Random random) {
    request.isBroken = true;
    request.bends.add("written wrongly");
    switch (random.nextInt(13)) {
      case 0 -> request.version = "HTTP/9.1";
      case 1 -> request.version = "HTTP/1.0";
      case 2 -> request.version = "";
      case 3 -> request.path += " and more";
      case 4 -> request.query.add("q=a|b{}\"<>");
      case 5 -> request.query.add(bytes("q=바다 😀"));
      case 6 -> request.query.add("q=a\u0000b");
      case 7 -> request.headers.add("X-Large: " + "x".repeat(9_000));
      case 8 -> IntStream.range(0, 150).forEach(n -> request.headers.add("X-" + n + ": x"));
      case 9 -> request.headers.add("no colon at all");
      case 10 -> request.headers.add("bad name: x");
      case 11 -> request.headers.add("Transfer-Encoding: nonsense");
      default -> request.path = "/" + "x".repeat(9_000);
    }
  }
}
