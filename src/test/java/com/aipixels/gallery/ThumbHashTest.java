package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThumbHashTest {

  /// Some pixels, and what the reference makes of them.
  record Vector(String name, int width, int height, String hash, int[] argb) {

    static Vector of(String line) {
      var parts = line.split(" ", -1);
      var pixels = parts[4];
      return new Vector(
          parts[0],
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          parts[3],
          IntStream.range(0, pixels.length() / 8)
              .map(i -> HexFormat.fromHexDigits(pixels, i * 8, i * 8 + 8))
              .map(rgba -> Integer.rotateRight(rgba, 8))
              .toArray());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/gallery/thumb-hashes.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Vector::of);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isWhatTheReferenceMakesOfIt(Vector vector) {
    assertThat(base64(ThumbHash.of(vector.width(), vector.height(), vector.argb())))
        .isEqualTo(vector.hash());
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 1024, 7, 7",
    "1024, 512, 7, 4",
    "512, 1024, 4, 7",
    "4096, 64, 7, 1",
    "64, 4096, 1, 7",
  })
  void tellsTheShapeAndIsShort(int width, int height, int across, int down) {
    var hash = hash(Samples.image(width, height, BufferedImage.TYPE_INT_RGB));

    boolean isLandscape = (hash[4] & 0x80) != 0;
    assertThat(isLandscape).isEqualTo(width > height);
    assertThat(hash[3] & 7).isEqualTo(isLandscape ? down : across);
    assertThat(hash.length).isBetween(5, 25);
  }

  @Test
  void isLongestWithTransparency() {
    assertThat(hash(Samples.image(900, 900, BufferedImage.TYPE_INT_ARGB))).hasSize(25);
    assertThat(hash(Samples.image(900, 900, BufferedImage.TYPE_INT_RGB))).hasSize(24);
  }

  @ParameterizedTest
  @CsvSource({"0xFF0000", "0x00FF00", "0x0000FF", "0xFFFFFF", "0x000000", "0x7A5C3E"})
  void keepsTheAverageColour(String rgb) {
    var color = Color.decode(rgb);
    var hash = hash(filled(color, BufferedImage.TYPE_INT_RGB));

    int bits = (hash[0] & 0xFF) | ((hash[1] & 0xFF) << 8) | ((hash[2] & 0xFF) << 16);
    double l = (bits & 63) / 63.0;
    double p = ((bits >> 6) & 63) / 31.5 - 1;
    double q = ((bits >> 12) & 63) / 31.5 - 1;
    double b = l - p * 2 / 3;
    double r = (3 * l - b + q) / 2;
    assertThat(r * 255).isCloseTo(color.getRed(), within(8.0));
    assertThat((r - q) * 255).isCloseTo(color.getGreen(), within(8.0));
    assertThat(b * 255).isCloseTo(color.getBlue(), within(8.0));
  }

  @Test
  void takesNoColourFromWhatIsTransparent() {
    var pixels = IntStream.range(0, 64).map(i -> i < 32 ? 0xFF3366CC : 0x00FF0000).toArray();
    var others = IntStream.of(pixels).map(argb -> argb == 0x00FF0000 ? 0x0000FF00 : argb).toArray();

    assertThat(ThumbHash.of(8, 8, pixels)).isEqualTo(ThumbHash.of(8, 8, others));
    assertThat(ThumbHash.of(8, 8, new int[64])).hasSizeBetween(5, 25);
  }

  @Test
  void isTheSameHoweverLargeThePicture() {
    var large = Samples.image(800, 600, BufferedImage.TYPE_INT_RGB);

    assertThat(ThumbHash.of(AreaAverage.shrink(large, 100, 75))).isEqualTo(ThumbHash.of(large));
  }

  private static BufferedImage filled(Color color, int type) {
    var image = new BufferedImage(64, 64, type);
    var graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, 64, 64);
    graphics.dispose();
    return image;
  }

  private static byte[] hash(BufferedImage image) {
    return Base64.getDecoder().decode(ThumbHash.of(image));
  }

  private static String base64(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}
