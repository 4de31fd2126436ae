package com.aipixels.painter;

import com.aipixels.engines.EngineRequest;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Lays many paintings side by side for a critical eye. Arguments: the file to write, columns,
/// pixels per tile, then one line per picture (or `@file` with such lines): `style tone category
/// seed size ratio prompt`, where `-` is none and `*` all styles or tones.
///
/// `docs/painter-styles.jpg` is made by `docs/painter-styles.jpg 4 512 "* - - 1 small 1:1 노을 지는 바다
/// 위의 작은 배"`.
class ContactSheet {

  public static void main(String[] arguments) throws IOException {
    var out = new File(arguments[0]);
    int columns = Integer.parseInt(arguments[1]);
    int tile = Integer.parseInt(arguments[2]);
    var composer = new Composer();
    var pictures = new ArrayList<BufferedImage>();
    var lines =
        arguments[3].startsWith("@")
            ? Files.readAllLines(Path.of(arguments[3].substring(1)))
            : Arrays.asList(arguments).subList(3, arguments.length);
    for (var line : lines) {
      for (var request : requests(line)) {
        long start = System.nanoTime();
        pictures.add(Painting.of(request, composer).paint());
        System.out.printf(
            "%5d ms %s %s%n", (System.nanoTime() - start) / 1_000_000, request.style(), line);
      }
    }
    int rows = (pictures.size() + columns - 1) / columns;
    var sheet = new BufferedImage(columns * tile, rows * tile, BufferedImage.TYPE_INT_RGB);
    var graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    for (int i = 0; i < pictures.size(); i++) {
      var picture = pictures.get(i);
      double scale = (tile - 4.0) / Math.max(picture.getWidth(), picture.getHeight());
      int w = (int) (picture.getWidth() * scale);
      int h = (int) (picture.getHeight() * scale);
      graphics.drawImage(picture, i % columns * tile + 2, i / columns * tile + 2, w, h, null);
    }
    graphics.dispose();
    var format = out.getName().substring(out.getName().lastIndexOf('.') + 1);
    ImageIO.write(sheet, format, out);
  }

  private static List<EngineRequest> requests(String line) {
    var words = line.split(" ", 7);
    var styles = words[0].equals("*") ? Style.values() : new Style[] {term(Style.class, words[0])};
    var tones =
        words[1].equals("*")
            ? ColorTone.values()
            : new ColorTone[] {term(ColorTone.class, words[1])};
    var requests = new ArrayList<EngineRequest>();
    for (var style : styles) {
      for (var tone : tones) {
        requests.add(
            new EngineRequest(
                new UUID(0, 0),
                words[6],
                words[6],
                null,
                term(Category.class, words[2]),
                Term.of(ImageSize.class, words[4]).orElseThrow(),
                Term.of(AspectRatio.class, words[5]).orElseThrow(),
                style,
                tone,
                Long.parseLong(words[3]),
                Instant.MAX));
      }
    }
    return requests;
  }

  private static <T extends Enum<T> & Term> @Nullable T term(Class<T> vocabulary, String word) {
    return Term.of(vocabulary, word).orElse(null);
  }
}
