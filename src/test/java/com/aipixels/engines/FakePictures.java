package com.aipixels.engines;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/// Real picture files, and some that are not what they say.
final class FakePictures {

  private FakePictures() {}

  /// The same bytes for the same input.
  static byte[] draw(JsonNode input, int scale, String format) throws IOException {
    int[] size = size(input);
    int width = Math.max(1, size[0] / scale);
    int height = Math.max(1, size[1] / scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    Random chance = new Random(input.path("seed").asLong(0));
    for (int i = 0; i < 12; i++) {
      brush.setColor(new Color(chance.nextInt(0x1000000)));
      brush.fillRect(
          chance.nextInt(width) - width / 4, chance.nextInt(height) - height / 4, width, height);
    }
    brush.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, file)) {
      throw new IOException("nothing here writes " + format);
    }
    return file.toByteArray();
  }

  private static int[] size(JsonNode input) {
    if (input.has("width")) {
      return new int[] {input.path("width").asInt(), input.path("height").asInt()};
    }
    int[] whole =
        switch (input.path("aspect_ratio").asString("1:1")) {
          case "16:9" -> new int[] {1344, 768};
          case "9:16" -> new int[] {768, 1344};
          case "4:3" -> new int[] {1152, 896};
          case "3:4" -> new int[] {896, 1152};
          default -> new int[] {1024, 1024};
        };
    int divisor = input.path("megapixels").asString("1").equals("0.25") ? 2 : 1;
    return new int[] {whole[0] / divisor, whole[1] / divisor};
  }

  /// A PNG of 30000 × 30000 pixels in about a hundred kilobytes.
  static byte[] bomb() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(30_000);
    fields.writeInt(30_000);
    fields.write(new byte[] {1, 0, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
      byte[] row = new byte[1 + 30_000 / 8];
      for (int y = 0; y < 30_000; y++) {
        deflated.write(row);
      }
    }
    chunk(out, "IDAT", pixels.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(data);
    out.writeInt(data.length);
    out.writeBytes(type);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
