package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A member with many pictures takes them along and brings them into another AIPixels. Both are
/// killed in the middle of it, and neither has the memory to hold what passes through. Prints its
/// figures. The length is set by `-Daipixels.exported`; the profile `faults` sets the long one.
@Tag("long")
class ExportedIT {

  private static final int PICTURES = Integer.getInteger("aipixels.exported", 80);
  private static final int SIDE = 300;
  private static final String HEAP = "-Xmx160m";
  private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void allPicturesGoFromOneToAnother() throws Exception {
    var folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "faults")).toAbsolutePath(), "exported-");
    var zip = folder.resolve("export.zip");
    Map<String, String> taken;
    try (var home = service(folder, "home")) {
      var member = Caller.signedIn(home.port(), "mover");
      hang(home, member);
      var begun = System.nanoTime();
      var id = Caller.json(member.post("/api/v1/me/export", "")).get("id").asString();
      await().pollInterval(Duration.ofMillis(5)).until(() -> growing(home) > PICTURES * 50_000L);
      home.kill();
      home.restart();
      home.awaitReady();
      var again = Caller.signedIn(home.port(), "mover");
      var restarted = System.nanoTime();
      download(again, "/api/v1/me/export/" + id, zip);
      System.out.printf(
          "export: %d pictures, %d MB; killed %d ms after it was asked for, ready and downloaded %d s after the restart%n",
          PICTURES, Files.size(zip) >> 20, millis(begun, restarted), millis(restarted) / 1000);
      System.out.printf("export: %s, %s%n", HEAP, heap(folder, "home"));
      assertThat(growing(home)).as("half files").isZero();
      taken = originals(zip);
      assertThat(taken).hasSize(PICTURES);
    }
    try (var away = service(folder, "away")) {
      var mover = Caller.signedIn(away.port(), "mover");
      var checker = new Checker(away.data()).database();
      var begun = System.nanoTime();
      var address = bring(mover, zip);
      await().atMost(Duration.ofMinutes(5)).until(() -> pictures(checker) > PICTURES / 5);
      away.kill();
      away.restart();
      away.awaitReady();
      mover = Caller.signedIn(away.port(), "mover");
      var done = awaitDone(mover, address);
      var database = new Checker(away.data()).database();
      System.out.printf(
          "import: %d new, %d known, %d refused; killed once in between, %d s in all%n",
          done.get("imported").asInt(),
          done.get("known").asInt(),
          done.get("refused").asInt(),
          millis(begun) / 1000);
      System.out.printf("import: %s, %s%n", HEAP, heap(folder, "away"));
      assertThat(done.get("complaints")).isEmpty();
      assertThat(pictures(database)).isEqualTo(PICTURES);
      var id = Caller.json(mover.post("/api/v1/me/export", "")).get("id").asString();
      var copy = folder.resolve("copy.zip");
      download(mover, "/api/v1/me/export/" + id, copy);
      assertThat(originals(copy).values()).containsExactlyInAnyOrderElementsOf(taken.values());
      System.out.printf("import: all %d hashes are those of the export%n", taken.size());
      assertThat(awaitDone(mover, bring(mover, zip)).get("known").asInt()).isEqualTo(PICTURES);
      assertThat(pictures(database)).isEqualTo(PICTURES);
    }
  }

  private static ServiceProcess service(Path folder, String name) throws IOException {
    var data = Files.createDirectories(folder.resolve(name));
    var service =
        new ServiceProcess(
            data,
            Map.of("AIPIXELS_CREDITS_REFILL", "0"),
            HEAP,
            "-Xlog:gc:file=" + folder.resolve(name + "-%p.gc"));
    service.awaitReady();
    return service;
  }

  /// Noise, which no file format makes smaller; each picture has a file of its own.
  private static void hang(ServiceProcess service, Caller member) throws IOException {
    var noise = new Random(1);
    for (var picture = 0; picture < PICTURES; picture++) {
      var name = "%040x".formatted(noise.nextLong() >>> 1).replaceFirst("^00", "ab");
      var file =
          service.data().resolve("files").resolve(name.substring(0, 2)).resolve(name + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, png(noise));
    }
    new Checker(service.data())
        .database()
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, title, tags, visibility, engine, created_at)
            SELECT :member, f.name, '바다 ' || f.n, '그림 ' || f.n, ARRAY['바다'],
                   CASE f.n % 2 WHEN 0 THEN 'public' ELSE 'private' END::visibility, 'painter',
                   now() AT TIME ZONE 'UTC' - f.n * interval '1 hour'
            FROM unnest(:files) WITH ORDINALITY f (name, n)
            """)
        .param("member", member.userId())
        .param("files", names(service.data().resolve("files/ab")))
        .update();
  }

  private static String[] names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
    }
  }

  private static byte[] png(Random noise) throws IOException {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, SIDE, SIDE, noise.ints(SIDE * SIDE).toArray(), 0, SIDE);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /// The bytes of what is being made.
  private static long growing(ServiceProcess service) throws IOException {
    var folder = service.data().resolve("parcels").resolve(".incoming");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void download(Caller member, String address, Path zip) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> member.bytes(address, "Range", "bytes=0-0").statusCode() == 206);
    var answer = Caller.send(member.request(address).GET(), BodyHandlers.ofFile(zip));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String bring(Caller member, Path zip) throws IOException {
    var sending = member.request("/api/v1/me/import?publish=true").POST(BodyPublishers.ofFile(zip));
    sending.setHeader("Content-Type", "application/zip");
    var answer = Caller.send(sending, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static JsonNode awaitDone(Caller member, String address) {
    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> Caller.json(member.get(address)).get("status").asString().equals("done"));
    return Caller.json(member.get(address));
  }

  /// The hash of each original, after comparing it with what the manifest says.
  private static Map<String, String> originals(Path zip) throws Exception {
    var hashes = new HashMap<String, String>();
    try (var file = new ZipFile(zip.toFile())) {
      var manifest =
          JSON.readTree(file.getInputStream(file.getEntry("manifest.json")).readAllBytes());
      assertThat(manifest.get("files").size() + 1).isEqualTo(file.size());
      assertThat(manifest.get("counts").get("images").asInt()).isEqualTo(PICTURES);
      for (JsonNode entry : manifest.get("files")) {
        var name = entry.get("name").asString();
        var hash = hash(file, name);
        assertThat(hash).as(name).isEqualTo(entry.get("sha256").asString());
        if (name.startsWith("images/")) {
          hashes.put(name, hash);
        }
      }
    }
    return hashes;
  }

  private static String hash(ZipFile zip, String name) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(zip.getInputStream(zip.getEntry(name)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// What the collector found in use over all lives of the process.
  private static String heap(Path folder, String name) throws IOException {
    var before = 0;
    var after = 0;
    try (var logs = Files.newDirectoryStream(folder, name + "-*.gc")) {
      for (var log : logs) {
        var collections = COLLECTED.matcher(Files.readString(log)).results().toList();
        for (var collection : collections) {
          before = Math.max(before, Integer.parseInt(collection.group(1)));
          after = Math.max(after, Integer.parseInt(collection.group(2)));
        }
      }
    }
    return "at most %d MB of heap in use, at most %d MB after a collection"
        .formatted(before, after);
  }

  private static int pictures(JdbcClient database) {
    return database.sql("SELECT count(*) FROM images").query(Integer.class).single();
  }

  private static long millis(long begun) {
    return millis(begun, System.nanoTime());
  }

  private static long millis(long begun, long ended) {
    return Duration.ofNanos(ended - begun).toMillis();
  }
}
