package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaAverageTest {

  @Test
  void changesNothingWhereNothingShrinks() {
    var image = new BufferedImage(256, 129, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 256 * 129; i++) {
      int alpha = 1 + i % 255;
      image.setRGB(i % 256, i / 256, alpha << 24 | (i * 40503 & 0xFFFFFF));
    }

    assertThat(pixels(AreaAverage.shrink(image, 256, 129))).isEqualTo(pixels(image));
  }

  @Test
  void mixesBlackAndWhiteAsLightNotAsNumbers() {
    var image = new BufferedImage(100, 100, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 10_000; i++) {
      image.setRGB(i % 100, i / 100, (i % 100 + i / 100) % 2 == 0 ? 0xFFFFFF : 0);
    }

    assertThat(pixels(AreaAverage.shrink(image, 50, 50))).containsOnly(0xFFBCBCBC);
  }

  @ParameterizedTest
  @CsvSource({"1000, 777, 320, 249", "641, 641, 640, 640", "4096, 64, 640, 10", "65, 64, 1, 1"})
  void keepsAPlainColourPlain(int width, int height, int toWidth, int toHeight) {
    var image = plain(width, height, new Color(200, 100, 3), BufferedImage.TYPE_INT_RGB);

    var shrunk = AreaAverage.shrink(image, toWidth, toHeight);

    assertThat(shrunk.getWidth()).isEqualTo(toWidth);
    assertThat(shrunk.getHeight()).isEqualTo(toHeight);
    assertThat(pixels(shrunk)).containsOnly(0xFFC86403);
  }

  @Test
  void takesNoColourFromTransparentPixels() {
    var image = plain(100, 100, new Color(0, 255, 0, 0), BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 5_000; i++) {
      image.setRGB(i % 50 * 2, i / 50, 0xFFFF0000);
    }

    assertThat(pixels(AreaAverage.shrink(image, 50, 50))).containsOnly(0x80FF0000);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE
      })
  void readsEveryLayoutOfPixels(int type) {
    var image = plain(130, 130, new Color(12, 34, 56), type);

    assertThat(pixels(AreaAverage.shrink(image, 70, 70))).containsOnly(0xFF0C2238);
  }

  @Test
  void doesNotBrightenGray() {
    var image = new BufferedImage(130, 130, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 77);

    assertThat(pixels(AreaAverage.shrink(image, 70, 70))).containsOnly(0xFF4D4D4D);
  }

  @Test
  void readsSixteenBitGrayWithAlpha() {
    var gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    var model = new ComponentColorModel(gray, true, false, 3, DataBuffer.TYPE_USHORT);
    var data = new short[130 * 130 * 2];
    for (int i = 0; i < data.length; i += 2) {
      data[i] = (short) (77 * 257);
      data[i + 1] = (short) (128 * 257);
    }
    var raster =
        Raster.createInterleavedRaster(
            new DataBufferUShort(data, data.length), 130, 130, 260, 2, new int[] {0, 1}, null);
    var image = new BufferedImage(model, raster, false, null);

    assertThat(pixels(AreaAverage.shrink(image, 70, 70))).containsOnly(0x804D4D4D);
  }

  private static BufferedImage plain(int width, int height, Color colour, int type) {
    var image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, colour.getRGB());
    }
    return image;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
