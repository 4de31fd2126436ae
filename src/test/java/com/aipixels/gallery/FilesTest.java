package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A file is there for exactly those for whom its picture is.
@HouseTest
class FilesTest {

  @LocalServerPort int port;
  @Autowired ObjectStore store;
  @Autowired JdbcClient database;

  @Test
  void areNotThereAcrossABlockWhoeverMadeIt() {
    var maker = Caller.signedIn(port, "filesmaker");
    var blocked = Caller.signedIn(port, "filesblocked");
    var blocker = Caller.signedIn(port, "filesblocker");
    var picture = hang(maker, "f11e5b10c4ed", "public");
    maker.put("/api/v1/users/" + blocked.userId() + "/block");
    blocker.put("/api/v1/users/" + maker.userId() + "/block");

    for (var file : files("f11e5b10c4ed")) {
      assertThat(status(maker, file)).isEqualTo(200);
      assertThat(status(Caller.guest(port), file)).isEqualTo(200);
      for (var apart : List.of(blocked, blocker)) {
        var hidden = apart.get(file);
        assertThat(hidden.statusCode()).as(file).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(apart.get("/files/f11e00000000.png").body());
        assertThat(apart.bytes(file, "If-None-Match", etag(maker, file)).statusCode())
            .isEqualTo(404);
        assertThat(apart.bytes(file, "Range", "bytes=0-0").statusCode()).isEqualTo(404);
      }
    }
    assertThat(blocked.get("/api/v1/images/" + picture).statusCode()).isEqualTo(404);
  }

  @Test
  void areTheirOwnersAloneWhileThePictureIsPrivate() {
    var maker = Caller.signedIn(port, "filesowner");
    var other = Caller.signedIn(port, "filesother");
    var picture = hang(maker, "f11e9a55", "public");
    var file = files("f11e9a55").getFirst();
    var tag = etag(other, file);

    maker.patch("/api/v1/images/" + picture, Map.of("visibility", "private"));

    assertThat(status(maker, file)).isEqualTo(200);
    for (var stranger : List.of(other, Caller.guest(port))) {
      assertThat(status(stranger, file)).isEqualTo(404);
      assertThat(stranger.bytes(file, "If-None-Match", tag).statusCode()).isEqualTo(404);
    }
  }

  private int hang(Caller owner, String stem, String visibility) {
    files(stem)
        .forEach(file -> store.put(new ObjectKey(file.substring("/files/".length())), new byte[9]));
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, :file, 'prompt', :visibility::visibility)
            RETURNING id
            """)
        .param("owner", owner.userId())
        .param("file", stem + ".png")
        .param("visibility", visibility)
        .query(Integer.class)
        .single();
  }

  private static List<String> files(String stem) {
    return List.of("/files/" + stem + ".png", "/files/" + stem + ".640.webp");
  }

  private static int status(Caller who, String file) {
    return who.bytes(file).statusCode();
  }

  private static String etag(Caller who, String file) {
    return who.bytes(file).headers().firstValue("ETag").orElseThrow();
  }
}
