package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PictureBytesTest {

  private static final XmpPacket PACKET =
      XmpPacket.of(new AiMark("acme/수채화 \"<&>\"", Instant.parse("2026-11-22T09:30:00.5Z")));

  private static final Marks MARKS =
      new Marks(
          "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
          "AIPixels (acme/수채화 \"<&>\")",
          "2026-11-22T09:30:00Z");

  static Stream<Arguments> pictures() {
    var opaque = Samples.image(200, 133, BufferedImage.TYPE_INT_RGB);
    var clear = Samples.image(200, 133, BufferedImage.TYPE_INT_ARGB);
    var indexed = Samples.image(200, 133, BufferedImage.TYPE_BYTE_INDEXED);
    var gray = Samples.image(200, 133, BufferedImage.TYPE_BYTE_GRAY);
    var deepGray = Samples.image(200, 133, BufferedImage.TYPE_USHORT_GRAY);
    return Map.ofEntries(
            Map.entry("png", Samples.png(opaque)),
            Map.entry("png with alpha", Samples.png(clear)),
            Map.entry("png with a palette", Samples.png(indexed)),
            Map.entry("gray png", Samples.png(gray)),
            Map.entry("16-bit gray png", Samples.png(deepGray)),
            Map.entry("jpeg", Samples.jpeg(opaque, false)),
            Map.entry("progressive jpeg", Samples.jpeg(opaque, true)),
            Map.entry("gray jpeg", Samples.jpeg(gray, false)),
            Map.entry("webp", Samples.webp(opaque, "Lossy")),
            Map.entry("webp with alpha", Samples.webp(clear, "Lossy")),
            Map.entry("lossless webp", Samples.webp(opaque, "Lossless")),
            Map.entry("lossless webp with alpha", Samples.webp(clear, "Lossless")))
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void marksWithoutTouchingAPixel(String kind, byte[] file) throws Exception {
    var marked = marked(file);

    assertThat(Marks.of(marked)).containsExactly(MARKS);
    assertThat(Samples.pixels(marked)).isEqualTo(Samples.pixels(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void replacesTheMarkWhenMarkedAgain(String kind, byte[] file) throws Exception {
    var other = XmpPacket.of(new AiMark("other", Instant.EPOCH));

    assertThat(marked(PictureBytes.read(file).marked(other))).isEqualTo(marked(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void claimsNothingWithoutAPacket(String kind, byte[] file) throws Exception {
    var kept = PictureBytes.read(file).marked(null);

    assertThat(Marks.of(kept)).isEmpty();
    assertThat(Samples.pixels(kept)).isEqualTo(Samples.pixels(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void keepsTheMarkItFindsWhenItHasNoneOfItsOwn(String kind, byte[] file) throws Exception {
    assertThat(PictureBytes.read(marked(file)).marked(null)).isEqualTo(marked(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void dropsWhateverFollowsThePicture(String kind, byte[] file) throws Exception {
    var longer = Samples.concat(file, "<script>alert(1)</script>".getBytes(ISO_8859_1));

    assertThat(marked(longer)).isEqualTo(marked(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void refusesAFileCutOffAnywhere(String kind, byte[] file) {
    for (int cut = 0; cut < 20; cut++) {
      var start = Arrays.copyOf(file, file.length - 1 - cut * (file.length - 1) / 20);
      assertThatThrownBy(() -> PictureBytes.read(start)).isInstanceOf(BadPicture.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void readsTheSizeFromTheHeader(String kind, byte[] file) throws Exception {
    var header = PictureBytes.read(file).header();

    assertThat(header.width()).isEqualTo(200);
    assertThat(header.height()).isEqualTo(133);
    assertThat(kind).containsIgnoringCase(header.format().name());
  }

  @Test
  void leavesASignedPngAsItIs() throws Exception {
    var signed = Samples.withPngChunk(prompted(Samples.png(80, 80)), "caBX", "manifest");

    assertThat(marked(signed)).isEqualTo(signed);
  }

  @Test
  void leavesASignedJpegAsItIs() throws Exception {
    var signed = Samples.withJpegSegment(Samples.jpeg(80, 80), 0xEB, "JP\0\1\0\0\0\1 jumb");

    assertThat(marked(signed)).isEqualTo(signed);
  }

  @Test
  void leavesASignedWebpAsItIs() throws Exception {
    var signed = Samples.withWebpChunk(Samples.webp(80, 80), 0, "C2PA", "manifest");

    assertThat(marked(signed)).isEqualTo(signed);
  }

  @Test
  void stripsPromptsFromPng() throws Exception {
    var clean = Samples.png(80, 80);

    assertThat(prompted(clean)).asString(ISO_8859_1).contains("a secret");
    assertThat(marked(prompted(clean))).isEqualTo(marked(clean));
    assertThat(PictureBytes.read(prompted(clean)).marked(null)).isEqualTo(clean);
  }

  @Test
  void stripsExifAndCommentsFromJpeg() throws Exception {
    var clean = Samples.jpeg(80, 80);
    var exif = Samples.withJpegSegment(clean, 0xE1, "Exif\0\0UserComment: a secret");
    var prompted = Samples.withJpegSegment(exif, 0xFE, "a secret");

    assertThat(marked(prompted)).isEqualTo(marked(clean));
    assertThat(PictureBytes.read(prompted).marked(null)).isEqualTo(clean);
  }

  @Test
  void stripsExifFromWebp() throws Exception {
    var clean = Samples.webp(81, 83);
    var prompted = Samples.withWebpChunk(clean, 0x08, "EXIF", "UserComment: a secret");

    assertThat(marked(prompted)).isEqualTo(marked(clean));
    assertThat(PictureBytes.read(prompted).marked(null)).isEqualTo(clean);
  }

  @Test
  void keepsColourProfiles() throws Exception {
    var jpeg = Samples.withJpegSegment(Samples.jpeg(80, 80), 0xE2, "ICC_PROFILE\0\1\1profile");
    var webp = Samples.withWebpChunk(Samples.webp(80, 80), 0x20, "ICCP", "profile!");
    var png = Samples.withPngChunk(Samples.png(80, 80), "iCCP", "icc\0\0profile");

    assertThat(Stream.of(jpeg, webp, png))
        .allSatisfy(file -> assertThat(marked(file)).asString(ISO_8859_1).contains("profile"));
  }

  @Test
  void refusesAnimatedPng() {
    var animated = Samples.withPngChunk(Samples.png(80, 80), "acTL", "\0\0\0\2\0\0\0\0");

    assertThatThrownBy(() -> PictureBytes.read(animated)).hasMessage("The PNG is animated.");
  }

  @Test
  void refusesAnimatedWebp() throws Exception {
    var animated = Samples.withWebpChunk(Samples.webp(80, 80), 0x02, "ANMF", "frame");

    assertThatThrownBy(() -> PictureBytes.read(animated)).hasMessage("The WebP is animated.");
  }

  @Test
  void refusesAWebpWhoseCanvasIsNotItsFrame() throws Exception {
    var bomb = Samples.withWebpChunk(Samples.webp(80, 80), 0, "C2PA", "manifest");
    bomb[26] = (byte) 0xFF;

    assertThatThrownBy(() -> PictureBytes.read(bomb)).hasMessage("The WebP is damaged.");
  }

  @Test
  void refusesAJpegOfEndlessScans() {
    var jpeg = Samples.jpeg(80, 80);
    int scan = indexOf(jpeg, "\u00ff\u00da");
    var scans = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    var bomb = jpeg;
    for (int i = 0; i < 64; i++) {
      bomb = Samples.inserted(bomb, scan, scans);
    }

    var file = bomb;
    assertThatThrownBy(() -> PictureBytes.read(file)).hasMessageContaining("too many pieces");
  }

  @Test
  void refusesAPngOfEndlessChunks() {
    var chunk = Samples.pngChunk("tIME", new byte[0]);
    var chunks = new byte[chunk.length * 20_000];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = chunk[i % chunk.length];
    }
    var bomb = Samples.inserted(Samples.png(80, 80), 33, chunks);

    assertThatThrownBy(() -> PictureBytes.read(bomb)).hasMessageContaining("too many pieces");
  }

  @Test
  void refusesAPngWithAFlippedBit() {
    var file = Samples.png(80, 80);
    file[file.length / 2] ^= 1;

    assertThatThrownBy(() -> PictureBytes.read(file)).hasMessage("The PNG is damaged.");
  }

  private static byte[] prompted(byte[] png) {
    var parameters = Samples.withPngChunk(png, "tEXt", "parameters\0a secret\nSteps: 20");
    var workflow =
        Samples.withPngChunk(parameters, "iTXt", "workflow\0\0\0\0\0{\"a\": \"secret\"}");
    return Samples.withPngChunk(workflow, "eXIf", "MM a secret");
  }

  private static int indexOf(byte[] file, String bytes) {
    return new String(file, ISO_8859_1).indexOf(bytes);
  }

  private static byte[] marked(byte[] file) throws BadPicture {
    return PictureBytes.read(file).marked(PACKET);
  }
}
