package com.aipixels.provenance;

import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.ImageEngine;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/// Pictures by their number, the same every time: by the painter, after prompts of all kinds, and
/// by chance.
final class Pictures {

  private static final String[] MOODS = {
    "노을 지는", "비 오는", "눈 덮인", "안개 낀", "별이 빛나는", "봄꽃이 핀", "새벽의", "여름날의", "오래된", "고요한", "바람 부는",
    "달빛 아래"
  };
  private static final String[] PLACES = {
    "바다", "산", "숲", "도시", "들판", "사막", "호수", "강가", "한옥 마을", "폭포", "골목길", "해변", "우주", "정원", "설원"
  };
  private static final String[] THINGS = {
    "작은 배",
    "고양이",
    "사슴",
    "등대",
    "나무 한 그루",
    "꽃",
    "새",
    "강아지",
    "다리",
    "집",
    "말",
    "자전거 탄 사람",
    "물고기",
    "성",
    "열기구",
    "토끼"
  };

  private final ImageEngine painter;
  private final Path folder;

  /// @param folder where painted pictures are kept, since painting takes its time
  Pictures(ImageEngine painter, Path folder) throws IOException {
    this.painter = painter;
    this.folder = Files.createDirectories(folder);
  }

  byte[] painted(int number) throws Exception {
    var file = folder.resolve("%05d.png".formatted(number));
    if (!Files.exists(file)) {
      var finished = (EngineResult.Finished) painter.poll("any", request(number));
      Files.write(file, finished.picture().bytes());
    }
    return Files.readAllBytes(file);
  }

  private static EngineRequest request(int number) {
    var random = new Random(number * 7919L + 13);
    var prompt = one(random, MOODS) + " " + one(random, PLACES) + " " + one(random, THINGS);
    var style = random.nextInt(9) == 8 ? null : one(random, Style.values());
    var tone = random.nextInt(3) == 0 ? one(random, ColorTone.values()) : null;
    return new EngineRequest(
        new UUID(0, number),
        prompt,
        prompt,
        null,
        null,
        ImageSize.SMALL,
        one(random, AspectRatio.values()),
        style,
        tone,
        random.nextInt(1 << 30),
        Instant.MAX);
  }

  /// Gradients, rings, stripes, clouds of shapes, and noise in blocks.
  static byte[] synthetic(int number) {
    var random = new Random(number * 104729L + 7);
    int width = 320 + 64 * random.nextInt(4);
    int height = 320 + 64 * random.nextInt(4);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(
            random.nextInt(width),
            random.nextInt(height),
            color(random),
            random.nextInt(width),
            random.nextInt(height),
            color(random)));
    graphics.fillRect(0, 0, width, height);
    switch (number % 5) {
      case 0 -> shapes(graphics, random, width, height);
      case 1 -> rings(graphics, random, width, height);
      case 2 -> stripes(graphics, random, width, height);
      case 3 -> blocks(graphics, random, width, height);
      default -> {
        // the gradient alone
      }
    }
    graphics.dispose();
    return Alterations.png(image);
  }

  private static void shapes(Graphics2D graphics, Random random, int width, int height) {
    for (int i = 0; i < 5 + random.nextInt(60); i++) {
      graphics.setColor(color(random));
      int size = 10 + random.nextInt(width / 3);
      graphics.fillOval(random.nextInt(width), random.nextInt(height), size, size / 2 + 5);
    }
  }

  private static void rings(Graphics2D graphics, Random random, int width, int height) {
    int x = random.nextInt(width);
    int y = random.nextInt(height);
    int gap = 12 + random.nextInt(40);
    graphics.setColor(color(random));
    graphics.setStroke(new BasicStroke(4 + random.nextInt(gap)));
    for (int r = gap; r < 2 * width; r += 2 * gap) {
      graphics.drawOval(x - r, y - r, 2 * r, 2 * r);
    }
  }

  private static void stripes(Graphics2D graphics, Random random, int width, int height) {
    graphics.rotate(random.nextDouble() * Math.PI, width / 2.0, height / 2.0);
    int gap = 8 + random.nextInt(60);
    for (int x = -width; x < 2 * width; x += 2 * gap) {
      graphics.setColor(color(random));
      graphics.fillRect(x, -height, gap, 3 * height);
    }
  }

  private static void blocks(Graphics2D graphics, Random random, int width, int height) {
    int size = 16 + random.nextInt(64);
    for (int x = 0; x < width; x += size) {
      for (int y = 0; y < height; y += size) {
        graphics.setColor(color(random));
        graphics.fillRect(x, y, size, size);
      }
    }
  }

  private static Color color(Random random) {
    return new Color(random.nextInt(1 << 24));
  }

  @SafeVarargs
  private static <T> T one(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }
}
