package com.aipixels.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Bends the body of a request.
final class FuzzBodies {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> NO_OBJECTS =
      List.of(
          "",
          " ",
          "{",
          "}",
          "[]",
          "[{}]",
          "null",
          "true",
          "0",
          "\"text\"",
          "{}{}",
          "{\"a\":}",
          "{'a':1}",
          "\uFEFF{}",
          "{\"\":\"\"}",
          "// comment\n{}",
          "{\"a\":NaN}",
          "{\"prompt\":\"\\u0000\"}",
          "{\"prompt\":\"\\ud83d\"}",
          "{\"content\":\"\\udc00\\ud800\"}",
          "{\"prompt\":\"\\x\"}",
          "<a/>",
          "a=b&c=d",
          "[".repeat(30_000),
          "{\"a\":".repeat(8_000),
          "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
          "{\"prompt\":" + "9".repeat(2_000) + "}",
          "{\"seed\":1e999999999}",
          "{\"seed\":-1e-999999999}");

  private static final List<String> VALUES =
      List.of(
          "null",
          "0",
          "-1",
          "1.5",
          "1e400",
          "2147483648",
          "-9223372036854775809",
          "9".repeat(1200),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"😀\"",
          "\"😀 바다 🐱 sea\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[1,\"a\",{}]",
          "true",
          "false",
          "\"true\"",
          "\"1\"",
          "\"NaN\"",
          "[\"\"]",
          "[\"a\",\"a\"]",
          "\"\\u202e\\u2066\"",
          "{\"a\":{\"b\":[]}}",
          "\"9999-12-31T23:59:59Z\"",
          "\"http://169.254.169.254/\"",
          "\"\\uffff\"",
          "\"\\t\\r\\n\"");

  private FuzzBodies() {}

  static void bend(FuzzRequest request, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> put(request, NO_OBJECTS.get(random.nextInt(NO_OBJECTS.size())), "no object");
      case 1 -> {
        var cut = request.body.length == 0 ? 0 : random.nextInt(request.body.length);
        request.body = java.util.Arrays.copyOf(request.body, cut);
        request.bends.add("cut off");
      }
      case 2 -> flip(request, random);
      case 3 -> {
        request.body = text(request).getBytes(StandardCharsets.UTF_16);
        request.bends.add("UTF-16");
      }
      case 4 -> put(request, twice(text(request)), "keys twice");
      case 5 -> put(request, text(request) + FuzzValues.hostile(random), "something behind it");
      case 6 -> multipart(request, random);
      case 7 -> {
        request.body = new byte[70_000];
        java.util.Arrays.fill(request.body, (byte) ' ');
        request.bends.add("70 KB of nothing");
      }
      case 8 -> {
        request.isChunked = true;
        request.bends.add("in chunks");
      }
      default -> field(request, random);
    }
  }

  /// One field has a value of its own, is missing, or is unknown.
  private static void field(FuzzRequest request, Random random) {
    if (!(read(request) instanceof ObjectNode object) || object.isEmpty()) {
      put(request, "{\"unknown\":" + VALUES.get(random.nextInt(VALUES.size())) + "}", "unknown");
      return;
    }
    var names = List.copyOf(object.propertyNames());
    var name = names.get(random.nextInt(names.size()));
    var value = VALUES.get(random.nextInt(VALUES.size()));
    switch (random.nextInt(10)) {
      case 0 -> {
        object.remove(name);
        put(request, object.toString(), "without " + name);
      }
      case 1 -> {
        object.put("unknown", 1);
        put(request, object.toString(), "with more");
      }
      case 2 -> {
        object.put(name, FuzzValues.word(random).repeat(1 + random.nextInt(900)));
        put(request, object.toString(), "long " + name);
      }
      case 3 -> {
        object.put(name, FuzzValues.hostile(random));
        put(request, object.toString(), "hostile " + name);
      }
      default -> {
        object.put(name, "@@@");
        put(request, object.toString().replace("\"@@@\"", value), "another " + name);
      }
    }
  }

  private static void flip(FuzzRequest request, Random random) {
    for (var left = 1 + random.nextInt(4); left > 0 && request.body.length > 0; left--) {
      request.body[random.nextInt(request.body.length)] = (byte) random.nextInt(256);
    }
    request.bends.add("bytes flipped");
  }

  /// A form with files, whoever wants one: whole, without its end, or without a boundary.
  private static void multipart(FuzzRequest request, Random random) {
    request.header(
        "Content-Type",
        random.nextInt(4) == 0 ? "multipart/form-data" : "multipart/form-data; boundary=xyz");
    var end = random.nextBoolean() ? "\r\n--xyz--\r\n" : "";
    put(
        request,
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            + FuzzValues.hostile(random)
            + end,
        "a form with a file");
  }

  private static String twice(String json) {
    return json.startsWith("{") && json.length() > 2
        ? "{" + json.substring(1, json.length() - 1) + "," + json.substring(1)
        : "{\"a\":1,\"a\":2}";
  }

  private static void put(FuzzRequest request, String body, String bend) {
    request.body = body.getBytes(StandardCharsets.UTF_8);
    request.bends.add(bend);
  }

  private static String text(FuzzRequest request) {
    return new String(request.body, StandardCharsets.UTF_8);
  }

  private static JsonNode read(FuzzRequest request) {
    try {
      return JSON.readTree(request.body);
    } catch (JacksonException _) {
      return JSON.nullNode();
    }
  }
}
