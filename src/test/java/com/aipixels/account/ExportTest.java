package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member takes everything along.
@HouseTest
class ExportTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired ParcelSweep sweep;

  @Value("${aipixels.data}")
  Path data;

  @Test
  void holdsEveryOriginalAndALineForEveryThing() throws IOException {
    var member = Caller.signedIn(port, "exporter");
    var friend = Caller.signedIn(port, "exportfriend");
    var first =
        picture(
            member,
            Map.of(
                "prompt", "노을 지는 바다",
                "imageSize", "small",
                "visibility", "public",
                "title", "<b>바다</b> & 배",
                "tags", List.of("바다", "노을")));
    var second =
        picture(member, Map.of("prompt", "산", "imageSize", "small", "sourceImageId", first));
    var theirs =
        picture(friend, Map.of("prompt", "숲", "imageSize", "small", "visibility", "public"));
    var said = member.post("/api/v1/images/" + theirs + "/comments", Map.of("content", "줄\n바꿈"));
    member.put("/api/v1/images/" + theirs + "/like");
    member.put("/api/v1/comments/" + Caller.json(said).get("id").asInt() + "/like");
    member.put("/api/v1/users/" + friend.userId() + "/follow");
    member.put("/api/v1/users/" + Caller.signedIn(port, "exportfoe").userId() + "/block");

    var parcel = Parcel.exportedBy(member);

    var manifest = parcel.manifest();
    assertThat(manifest.get("member").get("username").asString()).isEqualTo("exporter");
    var counts = manifest.get("counts");
    assertThat(
            List.of(
                    "profile",
                    "images",
                    "generations",
                    "comments",
                    "likes",
                    "comment-likes",
                    "follows",
                    "blocks",
                    "credit-entries")
                .stream()
                .map(kind -> kind + " " + counts.get(kind).asInt()))
        .containsExactly(
            "profile 1",
            "images 2",
            "generations 2",
            "comments 1",
            "likes 1",
            "comment-likes 1",
            "follows 1",
            "blocks 1",
            "credit-entries 3");
    counts
        .propertyNames()
        .forEach(kind -> assertThat(parcel.lines(kind)).as(kind).hasSize(counts.get(kind).asInt()));
    var listed = manifest.get("files");
    assertThat(listed.valueStream().map(file -> file.get("name").asString()))
        .containsExactlyInAnyOrderElementsOf(
            parcel.files().keySet().stream()
                .filter(name -> !name.equals("manifest.json"))
                .toList());
    listed.forEach(file -> {
      var bytes = parcel.file(file.get("name").asString());
      assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
      assertThat(file.get("sha256").asString()).isEqualTo(Parcel.sha256(bytes));
    });
    var image = parcel.lines("images").getFirst();
    assertThat(image.get("title").asString()).isEqualTo("<b>바다</b> & 배");
    assertThat(image.get("visibility").asString()).isEqualTo("public");
    assertThat(parcel.lines("images").getLast().get("sourceImageId").asInt()).isEqualTo(first);
    for (var line : parcel.lines("images")) {
      var original = Caller.json(member.get("/api/v1/images/" + line.get("id").asInt()));
      assertThat(parcel.files().get(line.get("file").asString()))
          .isEqualTo(member.bytes(original.get("fileUrl").asString()).body());
    }
    assertThat(parcel.lines("comments").getFirst().get("content").asString()).isEqualTo("줄\n바꿈");
    assertThat(parcel.lines("comments").getFirst().get("createdAt").asString()).endsWith("+00:00");
    var page = Jsoup.parse(parcel.text("index.html"));
    assertThat(page.select("script, link")).isEmpty();
    assertThat(page.select("figure img").eachAttr("src"))
        .containsExactly("images/" + first + ".png", "images/" + second + ".png");
    assertThat(page.select("figure h2").text()).isEqualTo("<b>바다</b> & 배");
    assertThat(methods(parcel)).allMatch(method -> method == ZipEntry.STORED);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void isDownloadedInPartsAndByNobodyElse() {
    var member = Caller.signedIn(port, "exportparts");
    var address = Parcel.address(member);

    var whole = member.bytes(address);
    var etag = whole.headers().firstValue("ETag").orElseThrow();
    var half = whole.body().length / 2;
    var rest = member.bytes(address, "Range", "bytes=" + half + "-", "If-Range", etag);

    assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), half, whole.body().length));
    assertThat(member.bytes(address, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
        .isEqualTo(200);
    assertThat(member.bytes(address, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(Caller.guest(port).get(address).statusCode()).isEqualTo(401);
    assertThat(Caller.signedIn(port, "exportthief").get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void isGoneWhenItsTimeIsOver() {
    var member = Caller.signedIn(port, "exportexpires");
    var address = Parcel.address(member);
    var shown = Caller.json(member.get("/api/v1/me/exports")).get("items").get(0);
    assertThat(shown.get("status").asString()).isEqualTo("ready");
    assertThat(shown.get("bytes").asLong()).isEqualTo(member.bytes(address).body().length);

    database
        .sql("UPDATE exports SET expires_at = now() WHERE clerk_user_id = :member")
        .param("member", member.userId())
        .update();

    assertThat(member.get(address).body())
        .isEqualTo(member.get("/api/v1/me/export/00000000-0000-4000-8000-000000000000").body());
    assertThat(Caller.json(member.get("/api/v1/me/exports")).get("items")).isEmpty();
    var id = address.substring(address.lastIndexOf('/') + 1);
    assertThat(parcels(id)).isNotEmpty();
    sweep.sweep();
    assertThat(parcels(id)).isEmpty();
  }

  @Test
  void oneIsMadeAtATimeAndBegunAgainAfterAKill() {
    var member = Caller.signedIn(port, "exportkilled");
    var id =
        database
            .sql(
                """
                INSERT INTO exports (clerk_user_id, attempt, turn_at)
                VALUES (:member, 1, now() + interval '1 hour')
                RETURNING id
                """)
            .param("member", member.userId())
            .query(String.class)
            .single();
    var address = "/api/v1/me/export/" + id;

    assertThat(Caller.json(member.post("/api/v1/me/export", "")).get("id").asString())
        .as("the one that another process was killed over")
        .isEqualTo(id);
    assertThat(Caller.json(member.get(address)).get("code").asString()).isEqualTo("not_ready");
    database
        .sql("UPDATE exports SET turn_at = now() WHERE id = :id::uuid")
        .param("id", id)
        .update();

    await().until(() -> member.bytes(address).statusCode() == 200);
    assertThat(parcels(id)).containsExactly(id + "-2.export.zip");
  }

  private static List<Integer> methods(Parcel parcel) throws IOException {
    var methods = new ArrayList<Integer>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(parcel.zip()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("images/")) {
          methods.add(entry.getMethod());
        }
      }
    }
    return methods;
  }

  private List<String> drafts() throws IOException {
    try (var files = Files.list(data.resolve("parcels/.incoming"))) {
      return files.map(Path::toString).toList();
    }
  }

  private List<String> parcels(String id) {
    var folder = data.resolve("parcels").resolve(id.substring(0, 2)).toFile();
    var names = folder.list((_, name) -> name.startsWith(id));
    return names == null ? List.of() : List.of(names);
  }

  private static int picture(Caller member, Map<String, Object> request) {
    return member.ended(member.ask(request)).get("imageId").asInt();
  }
}
