package com.aipixels.localclerk;

import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A member as the stand-in keeps them.
record LocalUser(
    String id,
    String username,
    ObjectNode publicMetadata,
    Instant createdAt,
    Instant updatedAt,
    Instant lastSignInAt) {

  static LocalUser named(String id, Username username, Instant now) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return new LocalUser(id, username.value(), nothing, now, now, now);
  }

  LocalUser signedIn(Instant now) {
    return new LocalUser(id, username, publicMetadata, createdAt, updatedAt, now);
  }

  LocalUser changed(ObjectNode metadata, Instant now) {
    ObjectNode merged = Metadata.merged(publicMetadata, metadata);
    return new LocalUser(id, username, merged, createdAt, now, lastSignInAt);
  }

  /// Whether the text occurs in the name or the id, in whatever case.
  boolean matches(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return username.toLowerCase(Locale.ROOT).contains(wanted)
        || id.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
