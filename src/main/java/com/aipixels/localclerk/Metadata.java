package com.aipixels.localclerk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Clerk's way of changing metadata: objects are merged to the bottom, null removes.
final class Metadata {

  private Metadata() {}

  static ObjectNode merged(ObjectNode old, ObjectNode change) {
    ObjectNode merged = old.deepCopy();
    change
        .properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          JsonNode before = merged.get(entry.getKey());
          if (value.isNull()) {
            merged.remove(entry.getKey());
          } else if (value instanceof ObjectNode inner && before instanceof ObjectNode outer) {
            merged.set(entry.getKey(), merged(outer, inner));
          } else {
            merged.set(entry.getKey(), value);
          }
        });
    return merged;
  }
}
