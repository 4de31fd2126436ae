package com.aipixels.localclerk;

import tools.jackson.databind.node.ObjectNode;

/// One piece of news in Clerk's envelope.
///
/// @param id the same each time it is sent
record LocalEvent(String id, ObjectNode envelope) {

  boolean isDeletion() {
    return envelope.path("type").asString("").equals("user.deleted");
  }
}
