package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A member brings into one AIPixels what they took along from another.
@HouseTest
class ImportTest {

  private static OtherHouse there;

  @LocalServerPort int port;

  @BeforeAll
  static void open() {
    there = new OtherHouse();
  }

  @AfterAll
  static void close() {
    there.close();
  }

  @Test
  void picturesArriveAsTheyWereAndOnlyOnce() {
    var member = Caller.signedIn(port, "mover");
    var first =
        picture(
            member,
            """
            {"prompt": "노을 지는 바다 위의 작은 배", "negativePrompt": "사람", "imageSize": "small",
             "category": "landscape", "style": "oil-painting", "colorTone": "warm", "visibility": "public",
             "title": "바다", "description": "첫 그림\\n둘째 줄", "tags": ["바다", "노을"], "allowDownload": false}
            """);
    picture(member, Map.of("prompt", "산", "imageSize", "small", "sourceImageId", first));
    var parcel = Parcel.exportedBy(member);
    var mover = Caller.signedIn(there.port(), "mover");

    var done = Parcel.importedBy(mover, parcel.zip(), "?publish=true");

    assertThat(done.get("complaints")).isEmpty();
    assertThat(done.get("imported").asInt()).isEqualTo(2);
    var arrived = Parcel.exportedBy(mover);
    assertThat(captions(arrived)).isEqualTo(captions(parcel));
    assertThat(originals(arrived)).isEqualTo(originals(parcel)).hasSize(2);
    var lines = arrived.lines("images");
    assertThat(lines.getLast().get("sourceImageId")).isEqualTo(lines.getFirst().get("id"));
    assertThat(Caller.json(mover.get("/api/v1/me/credits")).get("credits").asInt()).isEqualTo(10);
    var guest = Caller.guest(there.port());
    var shown = Caller.json(guest.get("/api/v1/images/" + lines.getFirst().get("id").asInt()));
    assertThat(shown.get("title").asString()).isEqualTo("바다");
    assertThat(guest.bytes(shown.get("thumbnailUrl").asString()).statusCode()).isEqualTo(200);
    assertThat(shown.get("thumbHash").isNull()).isFalse();

    var again = Parcel.importedBy(mover, parcel.zip(), "");
    assertThat(again.get("known").asInt()).isEqualTo(2);
    assertThat(again.get("imported").asInt()).isZero();
    var home = Parcel.importedBy(member, parcel.zip(), "");
    assertThat(home.get("known").asInt()).isEqualTo(2);
    assertThat(
            there
                .database()
                .sql("SELECT count(*) FROM counter_drift")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void picturesArrivePrivateUnlessAskedOtherwise() {
    var member = Caller.signedIn(port, "shymover");
    picture(member, Map.of("prompt", "바다", "imageSize", "small", "visibility", "public"));
    var mover = Caller.signedIn(there.port(), "shymover");

    Parcel.importedBy(mover, Parcel.exportedBy(member).zip(), "");

    var mine = Caller.json(mover.get("/api/v1/me/images")).get("items");
    assertThat(mine.get(0).get("visibility").asString()).isEqualTo("private");
    assertThat(mine.get(0).get("publishedAt").isNull()).as("new once it is published").isTrue();
    assertThat(Caller.json(mover.get("/api/v1/users/" + mover.userId() + "/images")).get("items"))
        .isEmpty();
  }

  @Test
  void whatCannotBeTakenIsSaidByLineAndTheRestArrives() {
    var member = Caller.signedIn(port, "badlines");
    picture(member, Map.of("prompt", "바다", "imageSize", "small"));
    var parcel = Parcel.exportedBy(member);
    var good = parcel.text("images.jsonl").strip();
    var other = good.replaceFirst("\"id\":\\d+", "\"id\":1000001");
    var lines =
        List.of(
            "{not json",
            "[]",
            other.replace("\"prompt\":\"바다\"", "\"prompt\":\"\""),
            other.replace("\"tags\":[]", "\"tags\":[\"" + "t".repeat(51) + "\"]"),
            other.replaceFirst("\"createdAt\":\"20", "\"createdAt\":\"29"),
            other.replaceFirst("\"file\":\"[^\"]*\"", "\"file\":\"../../etc/passwd\""),
            other.replaceFirst("\"file\":\"[^\"]*\"", "\"file\":\"images/4.png\""),
            other.replaceFirst("\"sha256\":\"..", "\"sha256\":\"zz"),
            good.replaceFirst("\\{", "{\"someday\":{\"more\":1},"));
    var mover = Caller.signedIn(there.port(), "badlines");

    var done = Parcel.importedBy(mover, parcel.with("images.jsonl", String.join("\n", lines)), "");

    assertThat(done.get("imported").asInt()).isEqualTo(1);
    assertThat(done.get("refused").asInt()).isEqualTo(8);
    assertThat(done.get("complaints").valueStream().map(one -> one.get("line").asInt()))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(done.get("complaints").toString())
        .contains("prompt must have 1 to 2000", "tags must", "createdAt must", "names no picture")
        .contains("images/4.png is missing", "not the one that was exported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no zip         | not a zip
          cut off        | not a zip
          no manifest    | manifest.json is missing
          other service  | not one of AIPixels
          no pictures    | images.jsonl is missing
          bomb of a line | too long
          huge directory | more files than an export
          """)
  void hostileFilesAreRefused(String kind, String why) {
    var mover = Caller.signedIn(there.port(), "hostile");

    var done = Parcel.importedBy(mover, hostile(kind), "");

    assertThat(done.get("imported").asInt()).isZero();
    assertThat(done.get("complaints").get(0).get("message").asString()).contains(why);
  }

  @Test
  void aBombOfAPictureIsRefusedAlone() {
    var member = Caller.signedIn(port, "bomber");
    var id = picture(member, Map.of("prompt", "바다", "imageSize", "small"));
    var parcel = Parcel.exportedBy(member);
    var files = new LinkedHashMap<>(parcel.files());
    files.put("images/" + id + ".png", new byte[40 << 20]);

    var done = Parcel.importedBy(Caller.signedIn(there.port(), "bomber"), Parcel.zip(files), "");

    assertThat(done.get("complaints").get(0).get("message").asString()).contains("too large");
  }

  @Test
  void aFileOverTheLimitIsRefusedWhileItArrives() {
    var mover = Caller.signedIn(there.port(), "toolarge");
    var sending =
        mover.request("/api/v1/me/import").POST(BodyPublishers.ofByteArray(new byte[9_000_000]));
    sending.setHeader("Content-Type", "application/zip");

    var answer = Caller.send(sending, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(
            there
                .database()
                .sql("SELECT count(*) FROM imports WHERE clerk_user_id = :id")
                .param("id", mover.userId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static byte[] hostile(String kind) {
    var files = new LinkedHashMap<String, byte[]>();
    var manifest =
        "{\"service\":\"AIPixels\",\"format\":1,\"instance\":\"00000000-0000-4000-8000-000000000001\"}";
    if (!kind.equals("no manifest")) {
      files.put("manifest.json", bytes(kind.equals("other service") ? "{}" : manifest));
    }
    if (!kind.equals("no pictures")) {
      files.put(
          "images.jsonl", kind.equals("bomb of a line") ? new byte[100 << 20] : bytes("{}\n"));
    }
    var zip = Parcel.zip(files);
    return switch (kind) {
      case "no zip" -> bytes("<html>no zip</html>");
      case "cut off" -> Arrays.copyOf(zip, zip.length - 30);
      case "huge directory" -> withDirectoryOf(zip, 1 << 30);
      default -> zip;
    };
  }

  /// Claims a directory that a reader would make room for.
  private static byte[] withDirectoryOf(byte[] zip, int size) {
    var changed = zip.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 10, size);
    return changed;
  }

  /// What must not change on the way; ids and counts do.
  private static List<String> captions(Parcel parcel) {
    var captions = new ArrayList<String>();
    for (JsonNode line : parcel.lines("images")) {
      var caption = new ArrayList<String>();
      line.forEachEntry((name, value) -> {
        if (!List.of("id", "sourceImageId", "file", "counts", "publishedAt").contains(name)) {
          caption.add(name + "=" + value);
        }
      });
      caption.add("publishedAt=" + line.get("publishedAt"));
      captions.add(caption.toString());
    }
    return captions;
  }

  private static List<String> originals(Parcel parcel) {
    return parcel.lines("images").stream()
        .map(line -> Parcel.sha256(parcel.file(line.get("file").asString())))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int picture(Caller member, Object request) {
    return member.ended(member.ask(request)).get("imageId").asInt();
  }
}
