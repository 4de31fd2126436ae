package com.aipixels.localclerk;

import java.time.InstantSource;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts what happens to users into words of Clerk's.
class UserEvents {

  private final UserJson users;
  private final JsonMapper json;
  private final Ids ids;
  private final InstantSource clock;
  private final Consumer<LocalEvent> sender;

  UserEvents(
      UserJson users, JsonMapper json, Ids ids, InstantSource clock, Consumer<LocalEvent> sender) {
    this.users = users;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
    this.sender = sender;
  }

  void created(LocalUser user) {
    tell("user.created", users.of(user));
  }

  void updated(LocalUser user) {
    tell("user.updated", users.of(user));
  }

  void deleted(String userId) {
    tell(
        "user.deleted",
        json.createObjectNode().put("object", "user").put("id", userId).put("deleted", true));
  }

  private void tell(String type, ObjectNode data) {
    ObjectNode envelope =
        json.createObjectNode()
            .put("object", "event")
            .put("type", type)
            .put("timestamp", clock.millis())
            .put("instance_id", "ins_local");
    envelope.set("data", data);
    sender.accept(new LocalEvent(ids.next("msg"), envelope));
  }
}
