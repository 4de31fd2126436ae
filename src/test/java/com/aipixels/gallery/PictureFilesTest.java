package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.Stores;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class PictureFilesTest {

  private static final AiMark MARK =
      new AiMark("acme/painter", Instant.parse("2026-11-22T09:30:00Z"));

  @TempDir Path data;
  private ObjectStore store;
  private PictureFiles files;

  @BeforeEach
  void open() {
    store = Stores.in(data);
    files = new PictureFiles(store);
  }

  @ParameterizedTest
  @CsvSource({"png", "jpg", "webp"})
  void keepsThePixelsAndTheFormatAndMarksEveryFile(String format) throws Exception {
    var original = sample(format);

    var stored = stored("one", original, MARK);

    assertThat(stored.original().value()).matches("[0-9a-f]{40}\\." + format);
    assertThat(stored.thumbnail().value()).isEqualTo(stored.original().stem() + ".640.webp");
    assertThat(stored.width()).isEqualTo(900);
    assertThat(stored.height()).isEqualTo(600);
    assertThat(Samples.pixels(bytes(stored.original()))).isEqualTo(Samples.pixels(original));
    assertThat(filesOf(stored))
        .hasSize(3)
        .allSatisfy(key ->
            assertThat(Marks.of(bytes(key)))
                .containsExactly(
                    new Marks(
                        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
                        "AIPixels (acme/painter)",
                        "2026-11-22T09:30:00Z")));
  }

  @Test
  void tellsAProgramFromAModel() throws Exception {
    var stored = stored("one", sample("png"), new AiMark("painter", Instant.EPOCH, false));

    assertThat(filesOf(stored))
        .hasSize(3)
        .allSatisfy(key ->
            assertThat(Marks.of(bytes(key)))
                .extracting(Marks::sourceType)
                .containsExactly(
                    "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"));
  }

  @Test
  void glancesAtPicturesFromAnywhereUnderTheSameLimits() throws Exception {
    var file = data.resolve("sent");
    for (var format : List.of("png", "jpg", "webp")) {
      Files.write(file, sample(format));
      var seen = files.glance(file).orElseThrow();
      assertThat(seen.getWidth()).isEqualTo(640);
      assertThat(seen.getHeight()).isEqualTo(427);
    }
    for (var nothing :
        List.of(new byte[0], "no picture".getBytes(ISO_8859_1), Samples.emptyPng(40_000, 40_000))) {
      Files.write(file, nothing);
      assertThat(files.glance(file)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"png", "jpg", "webp"})
  void claimsNoModelWhereThereWasNone(String format) throws Exception {
    var stored = stored("one", sample(format), null);

    assertThat(filesOf(stored))
        .hasSize(3)
        .allSatisfy(key -> assertThat(Marks.of(bytes(key))).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 1024, 640, 640, 320, 320",
    "1024, 576, 640, 360, 320, 180",
    "768, 1024, 480, 640, 240, 320",
    "641, 640, 640, 639, 320, 320",
    "500, 300, 500, 300, 320, 192",
    "300, 200, 300, 200, 300, 200",
    "64, 64, 64, 64, 64, 64",
    "1001, 127, 640, 81, 320, 41",
    "127, 1001, 81, 640, 41, 320"
  })
  void makesThumbnailsThatAreNeverLargerThanTheOriginal(
      int width, int height, int largeWidth, int largeHeight, int smallWidth, int smallHeight)
      throws Exception {
    var stored = stored("one", Samples.png(width, height), MARK);

    var large = Samples.decoded(bytes(stored.thumbnail()));
    var small = Samples.decoded(bytes(small(stored)));
    assertThat(new int[] {large.getWidth(), large.getHeight()})
        .containsExactly(largeWidth, largeHeight);
    assertThat(new int[] {small.getWidth(), small.getHeight()})
        .containsExactly(smallWidth, smallHeight);
  }

  @Test
  void makesThumbnailsThatLookLikeTheOriginal() throws Exception {
    var image = Samples.image(900, 600, BufferedImage.TYPE_INT_RGB);
    var stored = stored("one", Samples.png(image), MARK);

    var large = Samples.decoded(bytes(stored.thumbnail()));

    var expected = AreaAverage.shrink(image, 640, 427);
    assertThat(difference(large, expected)).isLessThan(6);
  }

  @Test
  void keepsTransparencyInThumbnails() throws Exception {
    var image = Samples.image(900, 600, BufferedImage.TYPE_INT_ARGB);

    var stored = stored("one", Samples.png(image), MARK);

    var large = Samples.decoded(bytes(stored.thumbnail()));
    assertThat(large.getRGB(300, 50) >>> 24).isZero();
    assertThat(large.getRGB(300, 300) >>> 24).isEqualTo(255);
  }

  @Test
  void makesTheSameFilesWhenItIsAskedAgain() throws Exception {
    var first = stored("one", sample("png"), MARK);
    var before = filesOf(first).stream().map(this::bytes).toList();

    var second = stored("one", sample("png"), MARK);

    assertThat(second).isEqualTo(first);
    assertThat(filesOf(second).stream().map(this::bytes).toList())
        .usingElementComparator(Arrays::compare)
        .isEqualTo(before);
    assertThat(store.keys()).hasSize(3);
  }

  @Test
  void neverSharesAFileBetweenTwoPictures() {
    var first = stored("one", sample("png"), MARK);
    var second = stored("two", sample("png"), MARK);

    files.delete(first.original());

    assertThat(filesOf(first)).isEmpty();
    assertThat(filesOf(second)).hasSize(3);
  }

  @Test
  void deletesTwiceWithoutComplaint() {
    var stored = stored("one", sample("jpg"), MARK);

    files.delete(stored.original());
    files.delete(stored.original());

    assertThat(store.keys()).isEmpty();
  }

  @Test
  void keepsASignedOriginalByteForByteAndStillMarksItsThumbnails() throws Exception {
    var signed = Samples.withPngChunk(sample("png"), "caBX", "manifest");

    var stored = stored("one", signed, MARK);

    assertThat(bytes(stored.original())).isEqualTo(signed);
    assertThat(Marks.of(bytes(stored.thumbnail()))).hasSize(1);
  }

  static Stream<byte[]> strangers() {
    return Stream.of(
            "",
            "\u0089",
            "GIF89a\1\0\1\0\0\0\0;",
            "<!doctype html><img src=x onerror=alert(1)>",
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "%PDF-1.7",
            "BM......",
            "RIFF....WAVEfmt ",
            "RIFF\4\0\0\0WEBP",
            "RIFF",
            "\u0089PNG\r\n\u001a\n",
            "\u00ff\u00d8\u00ff",
            "\u00ff\u00d8\u00ff\u00d9",
            "\u00ff\u00d8\u00ff\u00e0\0\0",
            "\0\0\0\u001cftypavif")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void refusesWhateverIsNoPicture(byte[] bytes) {
    assertThat(refusal(bytes)).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "30000, 30000",
    "4097, 1000",
    "4096, 4096",
    "63, 63",
    "2000, 100",
    "1, 1",
    "2147483647, 2147483647",
    "-5, -5",
    "0, 0"
  })
  void refusesSizesOutOfBoundsBeforeDecodingAnything(int width, int height) {
    assertThat(refusal(Samples.emptyPng(width, height))).startsWith("The picture has " + width);
  }

  @Test
  void refusesABombWithinTheMemoryOfItsBytes() {
    var bomb = Samples.emptyPng(30_000, 30_000);
    refusal(bomb);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    refusal(bomb);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
  }

  @Test
  void refusesAFileTooLargeToLookAt() {
    var huge = Arrays.copyOf(sample("png"), (32 << 20) + 1);

    assertThat(refusal(huge)).isEqualTo("The file is larger than 32 MiB.");
  }

  @Test
  void refusesAPngWhosePixelsEndTooEarly() {
    assertThat(refusal(Samples.emptyPng(500, 500))).isEqualTo("The PNG is damaged.");
  }

  @Test
  void refusesAJpegWhosePixelsEndTooEarly() {
    var jpeg = sample("jpg");
    IntStream.rangeClosed(1, 18)
        .mapToObj(twentieth -> Arrays.copyOf(jpeg, jpeg.length - jpeg.length * twentieth / 20))
        .map(start -> Samples.concat(start, new byte[] {(byte) 0xFF, (byte) 0xD9}))
        .forEach(closed -> assertThat(refusal(closed)).startsWith("The JPEG "));
  }

  @ParameterizedTest
  @CsvSource({"Lossy", "Lossless"})
  void refusesAWebpWhosePixelsEndTooEarly(String compression) {
    var image = Samples.image(450, 300, BufferedImage.TYPE_INT_RGB);
    var webp = Samples.webp(image, compression);
    IntStream.rangeClosed(1, 19)
        .mapToObj(twentieth -> Samples.shortened(webp, webp.length * twentieth / 20))
        .forEach(closed -> assertThat(refusal(closed)).isEqualTo("The WEBP is damaged."));
  }

  @Test
  void storesManyAtATime() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes =
          IntStream.range(0, 12)
              .mapToObj(i -> threads.submit(() -> stored("g" + i, sample("jpg"), MARK)))
              .toList();
      for (var outcome : outcomes) {
        assertThat(filesOf(outcome.get())).hasSize(3);
      }
    }
  }

  private static byte[] sample(String format) {
    return switch (format) {
      case "png" -> Samples.png(900, 600);
      case "jpg" -> Samples.jpeg(900, 600);
      default -> Samples.webp(900, 600);
    };
  }

  private PictureFile stored(String stem, byte[] bytes, @Nullable AiMark mark) {
    return switch (files.store(stem, bytes, mark, Origins.none())) {
      case PictureFiles.Stored(var file) -> file;
      case PictureFiles.NotAPicture(var why) -> throw new AssertionError(why);
    };
  }

  private String refusal(byte[] bytes) {
    return switch (files.store("one", bytes, MARK, Origins.none())) {
      case PictureFiles.Stored(var file) -> throw new AssertionError("stored " + file);
      case PictureFiles.NotAPicture(var why) -> {
        assertThat(store.keys()).isEmpty();
        yield why;
      }
    };
  }

  private List<ObjectKey> filesOf(PictureFile file) {
    return store
        .keys()
        .filter(key -> key.stem().equals(file.original().stem()))
        .sorted(Comparator.comparing(ObjectKey::value))
        .toList();
  }

  private static ObjectKey small(PictureFile file) {
    return new ObjectKey(file.original().stem() + ".320.webp");
  }

  private byte[] bytes(ObjectKey key) {
    try {
      return Files.readAllBytes(store.open(key).orElseThrow().path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The mean difference of one channel of one pixel, of 255.
  private static double difference(BufferedImage one, BufferedImage other) {
    return IntStream.range(0, one.getWidth() * one.getHeight())
        .mapToDouble(i -> {
          int a = one.getRGB(i % one.getWidth(), i / one.getWidth());
          int b = other.getRGB(i % one.getWidth(), i / one.getWidth());
          return (Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                  + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                  + Math.abs((a & 255) - (b & 255)))
              / 3.0;
        })
        .average()
        .orElseThrow();
  }
}
