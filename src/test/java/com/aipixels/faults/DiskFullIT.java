package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.engines.FakeReplicate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.dao.DataAccessException;

/// The disk fills up: that of the pictures to its last byte and to its last name, and that of
/// PostgreSQL. Disks are mounted for it, which only root may. `-Daipixels.fullDisks` says how
/// often; without it, as in `mvn verify`, the pictures' disk is filled once where this user may
/// mount at all. The profile `faults` does everything, and fails where it may not.
@Tag("long")
class DiskFullIT {

  private static final int TIMES = Integer.getInteger("aipixels.fullDisks", 1);
  private static final boolean LONG = TIMES > 1;
  private static final int WANTED = 6;
  private static final Duration BACK = Duration.ofSeconds(10);

  private final List<Duration> recoveries = new ArrayList<>();
  private int members;

  @TestFactory
  Stream<DynamicTest> aFullDiskLosesNothing() {
    if (!LONG) {
      return Volume.mayMount()
          ? Stream.of(DynamicTest.dynamicTest("pictures", () -> pictures("bytes")))
          : Stream.empty();
    }
    return Stream.of(
        DynamicTest.dynamicTest("pictures", () -> pictures("bytes")),
        DynamicTest.dynamicTest("names of pictures", () -> pictures("names")),
        DynamicTest.dynamicTest("PostgreSQL", this::database));
  }

  private void pictures(String what) throws Exception {
    recoveries.clear();
    var data = folder("disk-");
    try (var replicate = FakeReplicate.start();
        var volume = Volume.mounted(data.resolve("files"), "size=6m,nr_inodes=600")) {
      replicate.control("{\"processingMs\": 50, \"pictureScale\": 2}");
      try (var service = new ServiceProcess(data, new EngineSettings(replicate).environment())) {
        service.awaitReady();
        var checker = new Checker(data);
        ask(service, WANTED);
        awaitAll(checker);
        var refusals = 0L;
        for (var time = 0; time < TIMES; time++) {
          refusals += fillWhileAsking(what, volume, service, checker);
        }
        expectWhole(service, checker);
        assertThat(checker.failed()).as("failed").isEmpty();
        new Finding(
                "F15 disk of the pictures full: " + what,
                TIMES,
                0,
                0,
                recoveries,
                "%d writes met ENOSPC; %s".formatted(refusals, checker.summary()))
            .tell();
      }
    }
  }

  private long fillWhileAsking(String what, Volume volume, ServiceProcess service, Checker checker)
      throws IOException {
    var log = service.data().resolveSibling(service.data().getFileName() + ".log");
    var before = Volume.refusals(log);
    if (what.equals("bytes")) {
      volume.fill();
    } else {
      volume.useUpNames();
    }
    ask(service, WANTED);
    await().atMost(Duration.ofSeconds(30)).until(() -> Volume.refusals(log) >= before + WANTED);
    if (what.equals("bytes")) {
      // Enough for the beginning of a file, and not for all of it.
      volume.giveBack(3);
      ask(service, 1);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Volume.refusals(log) >= before + 2 * WANTED);
    }
    expectServed(service, checker);
    assertThat(checker.open()).as("waiting for room").isPositive();
    var done = checker.summary();
    volume.empty();
    var freed = System.nanoTime();
    await()
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !checker.summary().equals(done));
    recoveries.add(Duration.ofNanos(System.nanoTime() - freed));
    awaitAll(checker);
    return Volume.refusals(log) - before;
  }

  private static void awaitAll(Checker checker) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> checker.open() == 0);
  }

  private void ask(ServiceProcess service, int count) {
    for (var n = 0; n < count; n++) {
      Caller.signedIn(service.port(), "member" + members++)
          .ask(Map.of("prompt", "a boat", "imageSize", "small", "visibility", "public"));
    }
  }

  private static void expectWhole(ServiceProcess service, Checker checker) throws IOException {
    expectServed(service, checker);
    assertThat(checker.wrongPictures()).as("pictures").isEmpty();
    assertThat(checker.wrongPayments()).as("payments").isEmpty();
    assertThat(checker.wrongBalances()).as("balances").isEmpty();
    assertThat(checker.missingFiles()).as("missing files").isEmpty();
    assertThat(checker.orphanFiles()).as("orphan files").isEmpty();
    try (var growing = Files.list(service.data().resolve("files/.incoming"))) {
      assertThat(growing).as("temporary files").isEmpty();
    }
  }

  /// Every file of every picture comes whole: the original as its name says, which is a digest of
  /// it, and its thumbnails to their last pixel.
  private static void expectServed(ServiceProcess service, Checker checker) {
    var guest = Caller.guest(service.port());
    checker
        .database()
        .sql("SELECT generation_id || ' ' || file_path FROM images")
        .query(String.class)
        .list()
        .forEach(row -> {
          var generation = row.substring(0, row.indexOf(' '));
          var file = row.substring(row.indexOf(' ') + 1);
          var stem = file.substring(0, file.indexOf('.'));
          assertThat(digest(generation, served(guest, file))).isEqualTo(stem);
          expectPicture(served(guest, stem + ".320.webp"));
          expectPicture(served(guest, stem + ".640.webp"));
        });
  }

  private static byte[] served(Caller guest, String file) {
    var answer = guest.bytes("/files/" + file);
    assertThat(answer.statusCode()).as(file).isEqualTo(200);
    return answer.body();
  }

  private static void expectPicture(byte[] file) {
    try {
      assertThat(ImageIO.read(new ByteArrayInputStream(file))).isNotNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String generation, byte[] original) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(generation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(original);
      return HexFormat.of().formatHex(digest.digest(), 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// PostgreSQL's folder is moved to a small disk of its own while nobody serves it.
  private void database() throws Exception {
    recoveries.clear();
    var data = folder("diskdb-");
    try (var service = new ServiceProcess(data, Map.of())) {
      service.awaitReady();
    }
    var cluster = data.resolve("postgres");
    var away = data.resolve("postgres.away");
    Files.move(cluster, away);
    try (var volume = Volume.mounted(cluster, "size=260m,mode=0700")) {
      assertThat(Volume.run("cp", "-a", away + "/.", cluster.toString())).isEmpty();
      try (var service = new ServiceProcess(data, Map.of())) {
        service.awaitReady();
        var checker = new Checker(data);
        var author = new Author(Caller.signedIn(service.port(), "author"), hang(checker));
        for (var time = 0; time < TIMES; time++) {
          fillWhileWriting(volume, data, checker, author);
        }

        assertThat(author.broken()).as("neither done nor refused").isEmpty();
        assertThat(author.refused()).isPositive();
        assertThat(comments(checker)).containsAll(author.acknowledged()).doesNotHaveDuplicates();
        new Finding(
                "F15 disk of PostgreSQL full",
                TIMES,
                0,
                0,
                recoveries,
                "%d comments acknowledged and there, %d refused with 503; %d lines of ENOSPC"
                    .formatted(
                        author.acknowledged().size(),
                        author.refused(),
                        Volume.refusals(data.resolve("postgres.log"))))
            .tell();
      }
    }
  }

  private void fillWhileWriting(Volume volume, Path data, Checker checker, Author author)
      throws IOException {
    var log = data.resolve("postgres.log");
    var before = Volume.refusals(log);
    var refusedBefore = author.refused();
    for (var n = 0; n < 50; n++) {
      author.comment();
    }
    volume.fill();
    // First no table can grow, then the log of changes cannot, and the server goes down.
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          author.comment();
          swellLog(checker);
          return Volume.refusals(log) > before && author.refused() > refusedBefore;
        });
    for (var n = 0; n < 2; n++) {
      author.comment();
    }
    volume.empty();
    var freed = System.nanoTime();
    var done = author.acknowledged().size();
    await()
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          author.comment();
          return author.acknowledged().size() > done;
        });
    recoveries.add(Duration.ofNanos(System.nanoTime() - freed));
  }

  /// A megabyte of PostgreSQL's write-ahead log that no table needs room for.
  private static void swellLog(Checker checker) {
    try {
      checker
          .database()
          .sql("SELECT pg_logical_emit_message(true, 'ballast', repeat('x', 1000000))")
          .query((_, _) -> true)
          .single();
    } catch (DataAccessException _) {
      // this is what it is for
    }
  }

  private static int hang(Checker checker) {
    return checker
        .database()
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES ('user_wall', 'wall.png', 'prompt', 'public') RETURNING id
            """)
        .query(Integer.class)
        .single();
  }

  private static List<String> comments(Checker checker) {
    return checker.database().sql("SELECT content FROM comments").query(String.class).list();
  }

  private static Path folder(String name) throws IOException {
    var parent = Files.createDirectories(Path.of("target", "faults"));
    return Files.createTempDirectory(parent.toAbsolutePath(), name);
  }
}
