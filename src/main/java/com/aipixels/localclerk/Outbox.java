package com.aipixels.localclerk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Deletions that nobody has acknowledged yet; kept in a file, because nothing would tell of them
/// again.
class Outbox {

  private static final TypeReference<List<LocalEvent>> EVENTS = new TypeReference<>() {};

  private final PrivateFile file;
  private final JsonMapper json;
  private final Map<String, LocalEvent> waiting = new LinkedHashMap<>();

  Outbox(PrivateFile file, JsonMapper json) {
    this.file = file;
    this.json = json;
    file.read()
        .map(text -> json.readValue(text, EVENTS))
        .ifPresent(kept -> kept.forEach(event -> waiting.put(event.id(), event)));
  }

  synchronized List<LocalEvent> waiting() {
    return List.copyOf(waiting.values());
  }

  synchronized void keep(LocalEvent event) {
    if (event.isDeletion()) {
      waiting.put(event.id(), event);
      write();
    }
  }

  synchronized void acknowledged(LocalEvent event) {
    if (waiting.remove(event.id()) != null) {
      write();
    }
  }

  private void write() {
    file.write(json.writeValueAsString(waiting.values()));
  }
}
