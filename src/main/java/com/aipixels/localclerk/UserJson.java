package com.aipixels.localclerk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A user as Clerk's Backend API writes one: every member of the object is there, most of them
/// empty; times are in milliseconds.
class UserJson {

  private final ObjectNode empty;

  UserJson(JsonMapper json) {
    try (InputStream template = UserJson.class.getResourceAsStream("/localclerk/user.json")) {
      this.empty = (ObjectNode) json.readTree(Objects.requireNonNull(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode of(LocalUser user) {
    return empty
        .deepCopy()
        .put("id", user.id())
        .put("username", user.username())
        .put("created_at", user.createdAt().toEpochMilli())
        .put("updated_at", user.updatedAt().toEpochMilli())
        .put("last_sign_in_at", user.lastSignInAt().toEpochMilli())
        .put("last_active_at", user.lastSignInAt().toEpochMilli())
        .set("public_metadata", user.publicMetadata());
  }
}
