package com.aipixels.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.engines.ImageEngine;
import com.aipixels.storage.ObjectStore;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// How many altered pictures are recognised, and how many strangers wrongly, through the API of the
/// running service; and what another threshold would change. The short form has 8 known pictures
/// and 24 strangers, the long one what `aipixels.known` and `aipixels.strangers` say: half of the
/// strangers are painted, half drawn by chance. Painted pictures are kept in `aipixels.painted`.
@HouseTest
@TestPropertySource(properties = "aipixels.story=recognition")
@Execution(ExecutionMode.CONCURRENT)
class RecognitionTest {

  private static final int KNOWN = Integer.getInteger("aipixels.known", 8);
  private static final int STRANGERS = Integer.getInteger("aipixels.strangers", 24);
  private static final Path PAINTED =
      Path.of(System.getProperty("aipixels.painted", "target/painted"));

  private static final Map<String, Function<BufferedImage, byte[]>> ALTERATIONS = alterations();

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired ObjectStore store;
  @Autowired ImageEngine engine;

  private static Map<String, Function<BufferedImage, byte[]>> alterations() {
    Map<String, Function<BufferedImage, byte[]>> all = new LinkedHashMap<>();
    all.put("JPEG 60", image -> Alterations.jpeg(image, 0.6f));
    all.put("halved", image -> Alterations.png(Alterations.halved(image)));
    all.put(
        "5 % cut off, half at either side", image -> Alterations.png(Alterations.cutAround(image)));
    all.put("5 % cut off at one corner", image -> Alterations.png(Alterations.cutAtACorner(image)));
    all.put(
        "cut around, halved, JPEG 60",
        image -> Alterations.jpeg(Alterations.halved(Alterations.cutAround(image)), 0.6f));
    all.put(
        "cut at a corner, halved, JPEG 60",
        image -> Alterations.jpeg(Alterations.halved(Alterations.cutAtACorner(image)), 0.6f));
    all.put(
        "1.2 % and 3.7 % cut off, JPEG 60",
        image -> Alterations.jpeg(Alterations.cut(image, 0.012, 0.037, 0.037, 0.012), 0.6f));
    all.put(
        "8 % cut off, half at either side",
        image -> Alterations.png(Alterations.cut(image, 0.04, 0.04, 0.04, 0.04)));
    return all;
  }

  @Test
  void recognisesWhatWasMadeHereAndNothingElse() throws Exception {
    var pictures = new Pictures(engine, PAINTED);
    var known = new Known(database, store);
    var maker = Caller.signedIn(port, "recognised");
    List<BufferedImage> images = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (int n = 0; n < KNOWN; n++) {
      var file = pictures.painted(n);
      images.add(Alterations.read(file));
      ids.add(known.hang(maker.userId(), "public", file));
    }
    known.awaitLooks();

    var table = new StringBuilder("%nof %d public pictures, recognised:%n".formatted(KNOWN));
    for (var alteration : ALTERATIONS.entrySet()) {
      int recognised = 0;
      int farthest = 0;
      for (int n = 0; n < KNOWN; n++) {
        var verdict = verify(alteration.getValue().apply(images.get(n)));
        if (verdict.at("/image/id").asInt() == ids.get(n)) {
          recognised++;
          farthest = Math.max(farthest, verdict.get("distance").asInt());
        }
      }
      table.append("%5d  %-36s farthest %d%n".formatted(recognised, alteration.getKey(), farthest));
      int least = alteration.getKey().startsWith("8 %") ? 0 : KNOWN - KNOWN / 100;
      assertThat(recognised).as(alteration.getKey()).isGreaterThanOrEqualTo(least);
    }

    var looks = images.stream().map(Eye::keep).flatMap(Optional::stream).toList();
    var nearest = new BitSet();
    int wrong = 0;
    int[] within = new int[257];
    for (int n = 0; n < STRANGERS; n++) {
      var file = n % 2 == 0 ? pictures.painted(KNOWN + n / 2) : Pictures.synthetic(n / 2);
      wrong += verify(file).get("match").asString().equals("none") ? 0 : 1;
      int distance = nearest(Eye.recall(Alterations.read(file)), looks);
      nearest.set(distance);
      within[distance]++;
    }
    table.append("%5d  of %d strangers, wrongly%n".formatted(wrong, STRANGERS));
    table.append("       the nearest strangers differ by ");
    nearest.stream().limit(8).forEach(distance -> table.append(distance).append(' '));
    table.append("%n".formatted());
    for (int threshold = 32; threshold <= 80; threshold += 8) {
      int strangers = 0;
      for (int distance = 0; distance <= threshold; distance++) {
        strangers += within[distance];
      }
      table.append("       a threshold of %d takes %d strangers%n".formatted(threshold, strangers));
    }
    System.out.println(table);
    assertThat(wrong).isLessThanOrEqualTo(STRANGERS / 1000);
  }

  private static int nearest(List<Look> sought, List<Look> known) {
    int nearest = 256;
    for (var one : sought) {
      for (var other : known) {
        var different = (BitSet) one.bits().clone();
        different.xor(other.bits());
        nearest = Math.min(nearest, different.cardinality());
      }
    }
    return nearest;
  }

  private JsonNode verify(byte[] file) {
    var request =
        Caller.guest(port)
            .request("/api/v1/verify", "Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(file));
    var answer = Caller.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }
}
