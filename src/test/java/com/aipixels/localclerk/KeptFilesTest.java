package com.aipixels.localclerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What outlives the process.
class KeptFilesTest {

  @TempDir Path folder;

  private final Ids ids = new Ids(new Random(7));

  @Test
  void signsWithTheSameKeyAfterARestart() {
    assertThat(key().published().toString()).isEqualTo(key().published().toString());
  }

  @Test
  void knowsTheSameMembersAfterARestart() {
    var metadata = new JsonMapper().createObjectNode().put("role", "moderator");
    var users = users();
    var minji = users.signIn(Username.of("minji"));
    users.change(minji.id(), metadata);
    var leaver = users.signIn(Username.of("leaver"));
    users.delete(leaver.id());

    assertThat(users().all()).isEqualTo(users.all()).hasSize(1);
    assertThat(users().signIn(Username.of("minji")).id()).isEqualTo(minji.id());
  }

  @Test
  void losesNobodyToALineThatWasCutOff() throws Exception {
    var kept = users();
    kept.signIn(Username.of("minji"));
    kept.signIn(Username.of("minsu"));
    var file = folder.resolve("local-clerk-people.json");
    var text = Files.readString(file);
    Files.writeString(file, text + text.substring(0, 30));

    var after = users();
    after.signIn(Username.of("late"));

    assertThat(users().all()).isEqualTo(after.all()).hasSize(3).startsWith(kept.all().getFirst());
  }

  @Test
  void knowsWhomAListKeptBeforeThereWereLines() throws Exception {
    var minji = users().signIn(Username.of("minji"));
    var file = folder.resolve("local-clerk-people.json");
    Files.writeString(file, "[" + Files.readString(file).strip() + "]");

    assertThat(users().all()).containsExactly(minji);
    assertThat(users().all()).containsExactly(minji);
  }

  @Test
  void letsNobodyElseReadTheFiles() throws Exception {
    key();
    users().signIn(Username.of("minji"));

    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("local-clerk-key.json"));
  }

  private SigningKey key() {
    return SigningKey.in(new PrivateFile(folder.resolve("local-clerk-key.json")), ids);
  }

  private LocalUsers users() {
    var file = new PrivateFile(folder.resolve("local-clerk-people.json"));
    var clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    var json = new JsonMapper();
    var events = new UserEvents(new UserJson(json), json, ids, clock, _ -> {});
    return new LocalUsers(file, json, ids, clock, events);
  }
}
