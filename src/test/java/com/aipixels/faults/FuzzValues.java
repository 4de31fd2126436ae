package com.aipixels.faults;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that a schema and the name of a field ask for, and values that nobody asked for.
final class FuzzValues {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Of the example in RFC 8291.
  private static final String PUSH_KEYS =
      """
      {"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
       "auth": "BTBZMqHH6r4Tts7J_aSIgg"}
      """;

  private static final List<String> WORDS =
      List.of(
          "바다",
          "고양이 두 마리",
          "sea",
          "the cat's hat",
          "노을 지는 바다",
          "밤하늘의 별을 보는 소녀",
          "a😀b",
          "cat 😀 dog",
          "강아지 🐶 와 고양이 🐱",
          "שלום עולם",
          "مرحبا",
          "e\u0301toile",
          "ﬁre",
          "1,000 나무",
          "Ⅷ号機",
          "나무🌲숲",
          "😀",
          "👩‍👩‍👧",
          "#tag @me",
          "100%",
          "x_y",
          "'; DROP TABLE images; --",
          "<b>hi</b>",
          "ㅋㅋㅋ",
          "ㅏ",
          "각",
          "ß İ ı",
          "カタカナ",
          "你好 世界",
          "\"quoted\"",
          "back\\slash",
          "a-b.c/d");

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "101",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999",
          "1e3",
          "1E400",
          "0x10",
          "1.5",
          "NaN",
          "١٠",
          "null",
          "true",
          "undefined",
          "[]",
          "{}",
          "..",
          "../../etc/passwd",
          "%",
          "a\u0000b",
          "\u0000",
          "\r\nX: y",
          "\t",
          "\u202Eabc\u202C",
          "\uFEFF",
          "\uFFFF",
          "😀",
          "😀😀 바다 🏳️‍🌈 sea",
          "가".repeat(300),
          "a".repeat(256),
          "a".repeat(3000),
          "Z̷".repeat(200),
          "00000000-0000-0000-0000-000000000000",
          "user_2abc",
          "latest",
          "' OR 1=1",
          "$1",
          ":id",
          "?",
          "\\",
          "\"",
          "*",
          "{{7*7}}",
          "${jndi:x}",
          "file:///etc/passwd");

  private FuzzValues() {}

  static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  static String hostile(Random random) {
    return HOSTILE.get(random.nextInt(HOSTILE.size()));
  }

  /// A parameter of a query or a header.
  static String parameter(Operation.Parameter parameter, FuzzStock stock, Random random) {
    return switch (parameter.name()) {
      case "cursor", "link" -> stock.any(parameter.name(), random);
      case "sha256" -> "%064x".formatted(random.nextLong() >>> 1);
      case "next" -> "/";
      case "user_id" -> stock.any("throwaway", random);
      case "offset" -> "0";
      case "Idempotency-Key" -> "key-" + random.nextLong();
      case "Last-Event-ID" -> Integer.toString(random.nextInt(100));
      default -> {
        var value = valid(parameter.name(), parameter.schema(), stock, random);
        yield value.isArray() ? word(random) : value.asString("");
      }
    };
  }

  static JsonNode valid(String name, JsonNode schema, FuzzStock stock, Random random) {
    if (schema.has("enum")) {
      var choices = schema.get("enum");
      return choices.get(random.nextInt(choices.size()));
    }
    var types =
        schema.path("type").isArray()
            ? schema.get("type")
            : NODES.arrayNode().add(schema.path("type"));
    if (types.size() > 1 && random.nextInt(3) == 0) {
      return NODES.nullNode();
    }
    return switch (types.get(0).asString("")) {
      case "object" -> object(name, schema, stock, random);
      case "array" -> {
        var list = NODES.arrayNode();
        for (var left = random.nextInt(4); left > 0; left--) {
          list.add(valid(name, schema.path("items"), stock, random));
        }
        yield list;
      }
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer", "number" -> number(name, schema, stock, random);
      default -> NODES.stringNode(text(name, random));
    };
  }

  private static JsonNode object(String name, JsonNode schema, FuzzStock stock, Random random) {
    if (name.equals("keys")) {
      return JSON.readTree(PUSH_KEYS);
    }
    var object = NODES.objectNode();
    schema
        .path("properties")
        .forEachEntry((field, its) -> object.set(field, valid(field, its, stock, random)));
    if (object.has("imageSize")) {
      object.put("imageSize", "small").put("count", 1);
    }
    if (object.has("targetType")) {
      object.put("targetId", stock.any(object.get("targetType").asString(), random));
    }
    if (object.has("action") && random.nextInt(3) > 0) {
      object.putNull("days").put("action", name.equals("Answer") ? "uphold" : "hide");
    }
    return object;
  }

  private static JsonNode number(String name, JsonNode schema, FuzzStock stock, Random random) {
    var kind =
        switch (name) {
          case "sourceImageId", "imageId", "coverImageId", "after", "before" -> "image";
          case "parentCommentId" -> "comment";
          default -> "";
        };
    if (!kind.isEmpty()) {
      return JSON.readTree(stock.any(kind, random));
    }
    var least = schema.path("minimum").asInt(1);
    var most = schema.path("maximum").asInt(20);
    return NODES.numberNode(least + random.nextInt(most - least + 1));
  }

  private static String text(String name, Random random) {
    return switch (name) {
      case "endpoint" -> "http://127.0.0.1:9/push/" + random.nextInt(5);
      case "language" -> random.nextBoolean() ? "ko" : "en";
      case "username" -> "passer-by-" + random.nextInt(10_000);
      default -> word(random);
    };
  }
}
