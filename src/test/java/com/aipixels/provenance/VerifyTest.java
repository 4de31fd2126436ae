package com.aipixels.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.storage.ObjectStore;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HouseTest
class VerifyTest {

  private static final String VERIFY = "/api/v1/verify";

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired ObjectStore store;

  private Known known;
  private Caller guest;

  @BeforeEach
  void look() {
    known = new Known(database, store);
    guest = Caller.guest(port);
  }

  @Test
  void knowsEveryFileThatLeaves() throws Exception {
    var maker = Caller.signedIn(port, "verified");
    var ended =
        maker.ended(
            maker.ask(Map.of("prompt", "바다", "imageSize", "small", "visibility", "public")));
    var id = ended.get("imageId").asInt();
    known.awaitLooks();
    var shown = Caller.json(guest.get("/api/v1/images/" + id));
    var thumbnail = shown.get("thumbnailUrl").asString();

    for (var path :
        new String[] {
          shown.get("fileUrl").asString(),
          thumbnail,
          thumbnail.replace(".640.", ".320."),
          "/api/v1/images/" + id + "/download"
        }) {
      var file = guest.bytes(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      var byHash = Caller.json(guest.get(VERIFY + "?sha256=" + sha256(file.body())));
      var byFile = verify(guest, file.body());
      assertThat(byHash).as(path).isEqualTo(byFile);
      assertThat(byFile.get("match").asString()).isEqualTo("exact");
      assertThat(byFile.at("/image/id").asInt()).isEqualTo(id);
      assertThat(byFile.get("engine").asString()).isEqualTo("painter");
      assertThat(byFile.get("madeAt")).isEqualTo(shown.get("createdAt"));
      assertThat(byFile.get("distance").isNull()).isTrue();
      assertThat(byFile.get("source").isNull()).isTrue();
    }
    var download = guest.bytes("/api/v1/images/" + id + "/download");
    assertThat(download.headers().firstValue("Link").orElseThrow())
        .startsWith("</about-ai>; rel=\"describedby\"; title=\"This picture was drawn by a program")
        .contains("title*=UTF-8'ko'AI%20");
    assertThat(new String(download.body(), StandardCharsets.ISO_8859_1))
        .contains("digitalsourcetype/algorithmicMedia", "AIPixels (painter)");
  }

  @Test
  void knowsAPictureThatWasSavedAgain() {
    var maker = Caller.signedIn(port, "saved-again");
    var file = Pictures.synthetic(10);
    var id = known.hang(maker.userId(), "public", file);
    known.hang(maker.userId(), "public", Pictures.synthetic(20), id);
    known.awaitLooks();

    var jpeg = Alterations.jpeg(Alterations.halved(Alterations.read(file)), 0.6f);
    var verdict = verify(guest, jpeg);
    var ofRemix = verify(guest, Pictures.synthetic(20));

    assertThat(verdict.get("match").asString()).isEqualTo("similar");
    assertThat(verdict.at("/image/id").asInt()).isEqualTo(id);
    assertThat(verdict.get("distance").asInt()).isBetween(0, 40);
    assertThat(ofRemix.at("/source/id").asInt()).isEqualTo(id);
    assertThat(verify(guest, Pictures.synthetic(30)).get("match").asString()).isEqualTo("none");
  }

  @Test
  void aPictureThatWasBroughtFromElsewhereWasNotMadeHere() {
    var bringer = Caller.signedIn(port, "bringer");
    var file = Pictures.synthetic(50);
    var id = known.hang(bringer.userId(), "public", file);
    known.awaitLooks();
    assertThat(verify(guest, file).get("match").asString()).isEqualTo("exact");
    database
        .sql(
            """
            INSERT INTO image_origins (image_id, clerk_user_id, origin, origin_id, sha256)
            VALUES (:id, :member, gen_random_uuid(), 1, '')
            """)
        .param("id", id)
        .param("member", bringer.userId())
        .update();

    assertThat(verify(guest, file).get("match").asString()).isEqualTo("none");
    assertThat(verify(bringer, file).get("match").asString()).isEqualTo("none");
  }

  @Test
  void aPrivatePictureIsAStrangersToAllButItsOwner() {
    var owner = Caller.signedIn(port, "verify-secretive");
    var other = Caller.signedIn(port, "prying");
    var file = Pictures.synthetic(40);
    var jpeg = Alterations.jpeg(Alterations.read(file), 0.6f);
    var id = known.hang(owner.userId(), "private", file);
    known.awaitLooks();
    var stranger = send(guest, "image/png", BodyPublishers.ofByteArray(Pictures.synthetic(50)));

    for (var viewer : new Caller[] {guest, other}) {
      for (var bytes : new byte[][] {file, jpeg}) {
        var answer = send(viewer, "image/png", BodyPublishers.ofByteArray(bytes));
        assertThat(answer.body()).isEqualTo(stranger.body());
        assertThat(answer.headers().map().keySet()).isEqualTo(stranger.headers().map().keySet());
      }
    }
    assertThat(verify(owner, file).get("match").asString()).isEqualTo("exact");
    assertThat(verify(owner, jpeg).at("/image/id").asInt()).isEqualTo(id);

    owner.patch("/api/v1/images/" + id, Map.of("visibility", "public"));
    assertThat(verify(guest, jpeg).at("/image/id").asInt()).isEqualTo(id);
    owner.put("/api/v1/users/" + other.userId() + "/block");
    assertThat(verify(other, jpeg).get("match").asString()).isEqualTo("none");
    owner.delete("/api/v1/images/" + id);
    assertThat(verify(guest, file).get("match").asString()).isEqualTo("none");
    assertThat(verify(owner, jpeg).get("match").asString()).isEqualTo("none");
  }

  @Test
  void amongTheSameFilesItNamesTheFirstThatMayBeSeen() {
    var file = Pictures.synthetic(60);
    known.hang(Caller.signedIn(port, "first-hidden").userId(), "private", file);
    var shown = known.hang(Caller.signedIn(port, "second-shown").userId(), "public", file);
    known.hang(Caller.signedIn(port, "third-shown").userId(), "public", file);
    known.awaitLooks();

    assertThat(verify(guest, file).at("/image/id").asInt()).isEqualTo(shown);
  }

  @Test
  void aPlainPictureIsLikeNoOther() {
    var sky = sky(Color.BLUE);
    known.hang(Caller.signedIn(port, "plain").userId(), "public", Alterations.png(sky));
    known.awaitLooks();

    assertThat(verify(guest, Alterations.png(sky)).get("match").asString()).isEqualTo("exact");
    assertThat(verify(guest, Alterations.jpeg(sky, 0.6f)).get("match").asString())
        .isEqualTo("none");
    assertThat(verify(guest, Alterations.png(sky(Color.RED))).get("match").asString())
        .isEqualTo("none");
  }

  @Test
  void looksAgainAtWhatItHasNotSeen() {
    var file = Pictures.synthetic(70);
    var id = known.hang(Caller.signedIn(port, "older").userId(), "public", file);
    var elsewhere =
        database
            .sql(
                """
                INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
                VALUES ('somebody', 'https://elsewhere.example/x.png', 'prompt', 'public')
                RETURNING id
                """)
            .query(Integer.class)
            .single();
    known.awaitLooks();
    database
        .sql("UPDATE fingerprints SET eye = 0, files = NULL, look = NULL, parts = NULL")
        .update();

    known.awaitLooks();

    assertThat(verify(guest, file).at("/image/id").asInt()).isEqualTo(id);
    await()
        .until(() ->
            database
                .sql("SELECT eye > 0 AND look IS NULL FROM fingerprints WHERE image_id = :id")
                .param("id", elsewhere)
                .query(Boolean.class)
                .single());
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    refuses(400, "image/png", BodyPublishers.noBody());
    refuses(400, "image/png", BodyPublishers.ofString("no picture"));
    refuses(400, "application/octet-stream", BodyPublishers.ofByteArray(bomb()));
    refuses(400, "text/plain", BodyPublishers.ofString("no picture"));
    assertThat(announce((32 << 20) + 1)).isEqualTo("HTTP/1.1 413 ");
    for (var hash : new String[] {"", "12", "x".repeat(64), "0".repeat(65)}) {
      assertThat(guest.get(VERIFY + "?sha256=" + hash).statusCode()).isEqualTo(400);
    }
    assertThat(guest.get(VERIFY).statusCode()).isEqualTo(400);
  }

  private void refuses(int status, String type, BodyPublisher body) {
    var answer = send(guest, type, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  /// What is answered to a file of which nothing but the length was sent yet.
  private String announce(int length) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
              .formatted(VERIFY, length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      return new BufferedReader(answer).readLine();
    }
  }

  private static JsonNode verify(Caller viewer, byte[] file) {
    var answer = send(viewer, "image/png", BodyPublishers.ofByteArray(file));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }

  private static HttpResponse<String> send(Caller viewer, String type, BodyPublisher body) {
    var request = viewer.request(VERIFY, "Content-Type", type).POST(body);
    return Caller.send(request, BodyHandlers.ofString());
  }

  private static BufferedImage sky(Color color) {
    var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, color, 0, 300, color.darker()));
    graphics.fillRect(0, 0, 400, 300);
    graphics.dispose();
    return image;
  }

  /// A PNG whose header announces more pixels than there is memory for.
  private static byte[] bomb() {
    var png = Alterations.png(sky(Color.BLUE));
    png[16] = 0x7f;
    png[20] = 0x7f;
    return png;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
