package com.aipixels.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client of the fuzzer has seen in answers, and can name in requests: ids by kind, cursors.
final class FuzzStock {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KEPT = 40;

  private final Map<String, List<String>> things = new HashMap<>();

  /// Something of this kind; what was never seen does not exist.
  String any(String kind, Random random) {
    var known = things.getOrDefault(kind, List.of());
    return known.isEmpty() ? "1" : known.get(random.nextInt(known.size()));
  }

  void add(String kind, String thing) {
    var known = things.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (!known.contains(thing)) {
      if (known.size() == KEPT) {
        known.removeFirst();
      }
      known.add(thing);
    }
  }

  /// Picks the ids out of an answer.
  void learn(Operation operation, RawAnswer answer) {
    if (answer.status() / 100 == 2 && answer.contentType().equals("application/json")) {
      try {
        var json = JSON.readTree(answer.body());
        learn(operation.kind(), json);
        json.path("items").forEach(item -> learn(operation.kind(), item));
        if (operation.path().equals("/local-clerk/sign-in")) {
          add("throwaway", json.path("userId").asString(""));
        }
      } catch (JacksonException _) {
        // the judge has seen it too
      }
    }
  }

  private void learn(String kind, JsonNode thing) {
    thing.forEachEntry((name, value) -> {
      if (name.equals("nextCursor") && value.isString()) {
        add("cursor", value.asString());
      } else if (name.equals("id") && value.isValueNode() && !value.isNull()) {
        add(kind, value.asString());
      } else if (name.endsWith("Id") && value.isValueNode() && !value.isNull()) {
        add(
            name.equals("clerkUserId") ? "user" : name.substring(0, name.length() - 2),
            value.asString());
      } else if (name.equals("author") || name.equals("owner") || name.equals("person")) {
        learn("user", value);
      }
    });
  }
}
