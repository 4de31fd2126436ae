package com.aipixels.localclerk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Everybody who ever signed in to the stand-in and did not leave, oldest first; kept in a file.
class LocalUsers implements LocalPeople {

  private final PeopleFile file;
  private final Ids ids;
  private final InstantSource clock;
  private final UserEvents events;
  private final Map<String, LocalUser> users = new LinkedHashMap<>();

  LocalUsers(PrivateFile file, JsonMapper json, Ids ids, InstantSource clock, UserEvents events) {
    this.file = new PeopleFile(file, json);
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.file.read().forEach(user -> users.put(user.id(), user));
    this.file.write(users.values());
  }

  /// The member of this name, made if there is none.
  synchronized LocalUser signIn(Username username) {
    Instant now = clock.instant();
    return users.values().stream()
        .filter(user -> user.username().equals(username.value()))
        .findFirst()
        .map(user -> keep(user.signedIn(now)))
        .orElseGet(() -> create(LocalUser.named(ids.next("user"), username, now)));
  }

  @Override
  public synchronized boolean isEmpty() {
    return users.isEmpty();
  }

  @Override
  public String join(String username) {
    return signIn(Username.of(username)).id();
  }

  synchronized List<LocalUser> all() {
    return new ArrayList<>(users.values());
  }

  synchronized Optional<LocalUser> find(String id) {
    return Optional.ofNullable(users.get(id));
  }

  synchronized Optional<LocalUser> change(String id, ObjectNode metadata) {
    Optional<LocalUser> changed =
        find(id).map(user -> keep(user.changed(metadata, clock.instant())));
    changed.ifPresent(events::updated);
    return changed;
  }

  synchronized boolean delete(String id) {
    if (users.remove(id) == null) {
      return false;
    }
    file.write(users.values());
    events.deleted(id);
    return true;
  }

  private LocalUser create(LocalUser user) {
    keep(user);
    events.created(user);
    return user;
  }

  private LocalUser keep(LocalUser user) {
    users.put(user.id(), user);
    file.add(user);
    return user;
  }
}
