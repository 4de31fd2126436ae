package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.Stores;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Small files that would like to become large, or slow: what each costs until it is refused. The
/// time is measured and told, and not held against a limit.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("hostile pictures")
class HostilePicturesTest {

  private static final int MEGABYTE = 1 << 20;
  private static final List<Cost> COSTS = new ArrayList<>();

  @TempDir Path data;
  private ObjectStore store;
  private PictureFiles files;

  private record Cost(String name, Duration time, long bytes) {}

  @BeforeEach
  void open() {
    store = Stores.in(data);
    files = new PictureFiles(store);
  }

  @AfterAll
  static void tell() {
    var slowest = COSTS.stream().max((a, b) -> a.time().compareTo(b.time())).orElseThrow();
    var largest = COSTS.stream().max((a, b) -> Long.compare(a.bytes(), b.bytes())).orElseThrow();
    System.out.printf(
        "F14: %d hostile files; slowest %d ms (%s); most memory taken %d MB (%s)%n",
        COSTS.size(),
        slowest.time().toMillis(),
        slowest.name(),
        largest.bytes() / MEGABYTE,
        largest.name());
  }

  static Stream<Arguments> refusedUnseen() {
    return Stream.of(
        Arguments.of("png of 18375 x 11175", Samples.emptyPng(18_375, 11_175)),
        Arguments.of("png of 30000 x 30000", Samples.emptyPng(30_000, 30_000)),
        Arguments.of("png of 2147483647 x 1", Samples.emptyPng(Integer.MAX_VALUE, 1)),
        Arguments.of("png of 65536 x 65536, whose product is 0", Samples.emptyPng(65_536, 65_536)),
        Arguments.of("png of 4096 x 4096", Samples.emptyPng(4096, 4096)),
        Arguments.of("png in 20000 chunks", pngInPieces()),
        Arguments.of(
            "png that is animated", Samples.withPngChunk(Samples.png(64, 64), "acTL", "8")),
        Arguments.of("png whose chunk is 2 GB long", pngWithLength(Integer.MAX_VALUE)),
        Arguments.of("png whose chunk is of negative length", pngWithLength(-1)),
        Arguments.of("jpeg of 18375 x 11175", jpegOf(18_375, 11_175, false)),
        Arguments.of("jpeg of 65535 x 65535", jpegOf(65_535, 65_535, false)),
        Arguments.of("jpeg of 65535 x 65535, progressive", jpegOf(65_535, 65_535, true)),
        Arguments.of("jpeg of 0 x 0", jpegOf(0, 0, false)),
        Arguments.of("jpeg in 1000 scans", jpegInScans(1000)),
        Arguments.of("jpeg with two frames", jpegWithTwoFrames()),
        Arguments.of("webp of 16383 x 16383", webpOf("Lossy", 16_383, 16_383)),
        Arguments.of("webp of 16384 x 16384, lossless", webpOf("Lossless", 16_384, 16_384)),
        Arguments.of("webp of 11175 x 16000", webpOf("Lossy", 11_175, 16_000)),
        Arguments.of("webp whose canvas is larger than its frame", webpOnCanvas()),
        Arguments.of("webp that is animated", animatedWebp()),
        Arguments.of("gif of 12000 x 12000", gif(12_000, 12_000, 1)),
        Arguments.of("gif of 65535 x 65535", gif(65_535, 65_535, 1)),
        Arguments.of("gif of 10000 frames", gif(64, 64, 10_000)),
        Arguments.of("png in gzip", gzip(Samples.png(64, 64))),
        Arguments.of("a gigabyte in gzip", gzippedZeros(1024)),
        Arguments.of("bmp of 32767 x 32767", of("BM", 54)),
        Arguments.of("tiff", of("II*\0", 4096)),
        Arguments.of("ico", of("\0\0\1\0\1\0", 4096)),
        Arguments.of("jpeg 2000", of("\0\0\0\fjP  \r\n\u0087\n", 4096)),
        Arguments.of("avif", of("\0\0\0\u001cftypavif", 4096)),
        Arguments.of("pdf", of("%PDF-1.7", 4096)),
        Arguments.of("svg", of("<svg xmlns='http://www.w3.org/2000/svg'>", 4096)),
        Arguments.of("postscript", of("%!PS-Adobe-3.0", 4096)));
  }

  /// The header is enough to refuse these.
  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedUnseen")
  void refusesWithoutDecoding(String name, byte[] file) {
    var cost = cost(name, file);

    assertThat(store.keys()).isEmpty();
    // As much again as the file itself, and a list of its pieces.
    assertThat(cost.bytes()).isLessThan(file.length + 8L * MEGABYTE);
  }

  static Stream<Arguments> refusedWhileDecoding() {
    return Stream.of(
        Arguments.of("png of 4000 x 4000 without pixels", Samples.emptyPng(4000, 4000)),
        Arguments.of("png of 4000 x 4000, 16 bits, without pixels", png(4000, 4000, 16, 6, 0)),
        Arguments.of("png of 4000 x 4000, interlaced, without pixels", png(4000, 4000, 8, 6, 1)),
        Arguments.of("png of 4000 x 4000, palette missing", png(4000, 4000, 8, 3, 0)),
        Arguments.of("jpeg of 4000 x 4000 in a few bytes", jpegOf(4000, 4000, false)),
        Arguments.of("jpeg of 4000 x 4000 in a few bytes, progressive", jpegOf(4000, 4000, true)),
        Arguments.of("webp of 4000 x 4000 in a few bytes", webpOf("Lossy", 4000, 4000)),
        Arguments.of(
            "webp of 4000 x 4000 in a few bytes, lossless", webpOf("Lossless", 4000, 4000)),
        Arguments.of("a quarter of a webp of 1000 x 1000, lossless noise", quarterOfNoise(1000)));
  }

  /// These are within the limits and must be looked at: sixteen million pixels of at most eight
  /// bytes. What is counted includes every row that the decoder makes and drops again.
  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedWhileDecoding")
  void refusesWithinTheMemoryOfTheLargestPicture(String name, byte[] file) {
    var cost = cost(name, file);

    assertThat(store.keys()).isEmpty();
    assertThat(cost.bytes()).isLessThan(600L * MEGABYTE);
  }

  static Stream<Arguments> disarmed() {
    var zeros = deflatedZeros(256);
    return Stream.of(
        Arguments.of("png with 256 MB of text, compressed", pngWith("zTXt", "a\0\0", zeros)),
        Arguments.of("png with 256 MB of XMP, compressed", pngWith("iTXt", "a\0\1\0\0\0", zeros)),
        Arguments.of("png with a colour profile of 256 MB", pngWith("iCCP", "a\0\0", zeros)),
        Arguments.of("png with 256 MB behind its last pixel", pngWithSurplus()));
  }

  /// A picture is a picture whatever hides in it; what hides in it is never unpacked.
  @ParameterizedTest(name = "{0}")
  @MethodSource("disarmed")
  void unpacksNothingButPixels(String name, byte[] file) {
    files.store("warm", file, null, Origins.none());

    var cost = measured(name, file);

    assertThat(cost.bytes()).isLessThan(32L * MEGABYTE);
  }

  private Cost cost(String name, byte[] file) {
    assertThat(files.store("warm", file, null, Origins.none()))
        .isInstanceOf(PictureFiles.NotAPicture.class);
    return measured(name, file);
  }

  /// The second time, when every class is loaded.
  private Cost measured(String name, byte[] file) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();
    var begun = System.nanoTime();
    files.store("measured", file, null, Origins.none());
    var time = Duration.ofNanos(System.nanoTime() - begun);
    var cost = new Cost(name, time, threads.getCurrentThreadAllocatedBytes() - before);
    COSTS.add(cost);
    return cost;
  }

  private static byte[] png(int width, int height, int depth, int colours, int interlaced) {
    var header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {(byte) depth, (byte) colours, 0, 0, (byte) interlaced});
    return pngOf(
        Samples.pngChunk("IHDR", header.array()), Samples.pngChunk("IDAT", deflatedZeros(1)));
  }

  private static byte[] pngOf(byte[]... chunks) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(PngBytes.SIGNATURE.getBytes(ISO_8859_1));
    Stream.of(chunks).forEach(out::writeBytes);
    out.writeBytes(Samples.pngChunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] pngInPieces() {
    var pieces = new ByteArrayOutputStream();
    for (int piece = 0; piece < 20_000; piece++) {
      pieces.writeBytes(Samples.pngChunk("IDAT", new byte[0]));
    }
    return Samples.inserted(Samples.png(64, 64), 8 + 25, pieces.toByteArray());
  }

  private static byte[] pngWithLength(int length) {
    var png = Samples.png(64, 64);
    ByteBuffer.wrap(png).putInt(8 + 25, length);
    return png;
  }

  private static byte[] pngWith(String type, String prefix, byte[] compressed) {
    var data = Samples.concat(prefix.getBytes(ISO_8859_1), compressed);
    return Samples.inserted(Samples.png(64, 64), 8 + 25, Samples.pngChunk(type, data));
  }

  private static byte[] pngWithSurplus() {
    var header = ByteBuffer.allocate(13).putInt(64).putInt(64).put(new byte[] {8, 2, 0, 0, 0});
    return pngOf(
        Samples.pngChunk("IHDR", header.array()), Samples.pngChunk("IDAT", deflatedZeros(256)));
  }

  /// A small picture that says it is another size.
  private static byte[] jpegOf(int width, int height, boolean progressive) {
    var image = Samples.image(64, 64, BufferedImage.TYPE_INT_RGB);
    var jpeg = Samples.jpeg(image, progressive);
    for (int at = 2; at < jpeg.length; at++) {
      int marker = jpeg[at + 1] & 0xFF;
      if (jpeg[at] == (byte) 0xFF && (marker == 0xC0 || marker == 0xC2)) {
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return jpeg;
      }
    }
    throw new IllegalStateException("no frame");
  }

  private static byte[] jpegInScans(int scans) {
    var jpeg = Samples.jpeg(64, 64);
    int start = indexOf(jpeg, 0xDA);
    var scan = Arrays.copyOfRange(jpeg, start, jpeg.length - 2);
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, start);
    for (int copy = 0; copy < scans; copy++) {
      out.writeBytes(scan);
    }
    out.write(jpeg, jpeg.length - 2, 2);
    return out.toByteArray();
  }

  private static byte[] jpegWithTwoFrames() {
    var jpeg = Samples.jpeg(64, 64);
    int start = indexOf(jpeg, 0xC0);
    int length = ByteBuffer.wrap(jpeg).getShort(start + 2) + 2;
    return Samples.inserted(jpeg, start, Arrays.copyOfRange(jpeg, start, start + length));
  }

  private static int indexOf(byte[] jpeg, int marker) {
    int at = 2;
    while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) marker) {
      at++;
    }
    return at;
  }

  private static byte[] webpOf(String compression, int width, int height) {
    var webp = Samples.webp(Samples.image(64, 64, BufferedImage.TYPE_INT_RGB), compression);
    var buffer = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    if (compression.equals("Lossy")) {
      buffer.putShort(26, (short) width).putShort(28, (short) height);
    } else {
      buffer.putInt(21, (width - 1) | (height - 1) << 14);
    }
    return webp;
  }

  /// Each of its pixels needs bits of its own, most of which are missing.
  private static byte[] quarterOfNoise(int side) {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pixels = new Random(7).ints((long) side * side).toArray();
    image.setRGB(0, 0, side, side, pixels, 0, side);
    var webp = Samples.webp(image, "Lossless");
    return Samples.shortened(webp, webp.length / 4 * 3);
  }

  private static byte[] webpOnCanvas() {
    var webp = extended(Samples.webp(64, 64));
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 0xFFFFFF).putInt(26, -1);
    return webp;
  }

  private static byte[] animatedWebp() {
    try {
      return Samples.withWebpChunk(Samples.webp(64, 64), 2, "ANIM", "\0\0\0\0\0\0");
    } catch (BadPicture e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] extended(byte[] webp) {
    try {
      return Samples.withWebpChunk(webp, 0, "TEST", "ab");
    } catch (BadPicture e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gif(int width, int height, int frames) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("GIF89a".getBytes(ISO_8859_1));
    var screen = ByteBuffer.allocate(7).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(screen.putShort((short) width).putShort((short) height).array());
    for (int frame = 0; frame < frames; frame++) {
      var picture = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2C);
      out.writeBytes(picture.putInt(0).putShort((short) width).putShort((short) height).array());
      out.writeBytes(new byte[] {2, 2, 0x44, 1, 0});
    }
    out.write(0x3B);
    return out.toByteArray();
  }

  private static byte[] of(String start, int length) {
    return Arrays.copyOf(start.getBytes(ISO_8859_1), length);
  }

  private static byte[] gzip(byte[] file) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzippedZeros(int megabytes) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      zeros(out, megabytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflatedZeros(int megabytes) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      zeros(out, megabytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void zeros(OutputStream out, int megabytes) throws IOException {
    var megabyte = new byte[MEGABYTE];
    for (int written = 0; written < megabytes; written++) {
      out.write(megabyte);
    }
  }
}
