package com.aipixels.painter;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The drawings of `figures.txt`, in its own small language: `@name habitat size`, then a line of
/// words, then one line per part: a paint with marks, and a path.
///
/// Paths: `M x y`, `L x y`, `Q cx cy x y`, `C …`, `Z` as in SVG; `E cx cy rx ry` ellipse; `R x y w
/// h` box; `O x y w h r` rounded box; a closing `W width` makes a line of it. Marks: `+` lighter,
/// `-` darker, `~` frayed, `_` flat, `!` without outline, `*` glowing, `&` mirrored as well, `^`
/// glossy.
final class Figures {

  private static final Pattern TOKEN = Pattern.compile("[A-Z]|-?[0-9]*\\.?[0-9]+");
  private static final Pattern PAINT = Pattern.compile("([a-z]+)([^a-z]*)");

  private final SequencedMap<String, Figure> figures = new LinkedHashMap<>();
  private final SequencedMap<String, String> words = new LinkedHashMap<>();

  Figures() {
    String name = "";
    String[] head = {};
    List<Figure.Part> parts = new ArrayList<>();
    for (String line : Text.lines("figures.txt")) {
      if (line.startsWith("@")) {
        add(name, head, parts);
        head = line.substring(1).split(" ", -1);
        name = head[0];
        parts = new ArrayList<>();
      } else if (line.startsWith("=")) {
        words.put(name, line.substring(1).strip());
      } else {
        int space = line.indexOf(' ');
        parts.add(part(line.substring(0, space), line.substring(space + 1)));
      }
    }
    add(name, head, parts);
  }

  Figure get(String name) {
    Figure figure = figures.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no drawing of " + name);
    }
    return figure;
  }

  /// Every figure's name with its line of words.
  Map<String, String> words() {
    return words;
  }

  private void add(String name, String[] head, List<Figure.Part> parts) {
    if (head.length > 0) {
      Figure.Habitat habitat = Figure.Habitat.valueOf(head[1].toUpperCase(Locale.ROOT));
      figures.put(name, new Figure(name, habitat, Double.parseDouble(head[2]), List.copyOf(parts)));
    }
  }

  private static Figure.Part part(String paint, String path) {
    MatchResult match = PAINT.matcher(paint).results().findFirst().orElseThrow();
    String marks = match.group(2);
    Path2D drawn = path(path);
    if (marks.indexOf('&') >= 0) {
      drawn.append(drawn.createTransformedShape(AffineTransform.getScaleInstance(-1, 1)), false);
    }
    return new Figure.Part(match.group(1), marks, drawn);
  }

  static Path2D path(String text) {
    Queue<String> tokens = new ArrayDeque<>();
    TOKEN.matcher(text).results().map(MatchResult::group).forEach(tokens::add);
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    String step = "M";
    while (!tokens.isEmpty()) {
      if (Character.isUpperCase(tokens.element().charAt(0))) {
        step = tokens.remove();
      }
      switch (step) {
        case "M" -> {
          path.moveTo(next(tokens), next(tokens));
          step = "L";
        }
        case "L" -> path.lineTo(next(tokens), next(tokens));
        case "Q" -> path.quadTo(next(tokens), next(tokens), next(tokens), next(tokens));
        case "C" ->
            path.curveTo(
                next(tokens), next(tokens), next(tokens), next(tokens), next(tokens), next(tokens));
        case "Z" -> path.closePath();
        case "E" -> path.append(ellipse(tokens), false);
        case "R" -> path.append(box(tokens), false);
        case "O" -> path.append(roundBox(tokens), false);
        case "W" -> path = line(path, next(tokens));
        default -> throw new IllegalArgumentException("no step " + step);
      }
    }
    return path;
  }

  private static double next(Queue<String> tokens) {
    return Double.parseDouble(tokens.remove());
  }

  private static Shape ellipse(Queue<String> tokens) {
    double x = next(tokens);
    double y = next(tokens);
    double rx = next(tokens);
    double ry = next(tokens);
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  private static Shape box(Queue<String> tokens) {
    return new Rectangle2D.Double(next(tokens), next(tokens), next(tokens), next(tokens));
  }

  private static Shape roundBox(Queue<String> tokens) {
    double x = next(tokens);
    double y = next(tokens);
    double w = next(tokens);
    double h = next(tokens);
    double radius = 2 * next(tokens);
    return new RoundRectangle2D.Double(x, y, w, h, radius, radius);
  }

  private static Path2D line(Path2D path, double width) {
    BasicStroke stroke =
        new BasicStroke((float) (width * 1000), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    // Strokes are flattened with a precision made for pixels: widen in a thousandfold space.
    Shape large = path.createTransformedShape(AffineTransform.getScaleInstance(1000, 1000));
    Path2D line = new Path2D.Double(stroke.createStrokedShape(large));
    line.transform(AffineTransform.getScaleInstance(0.001, 0.001));
    return line;
  }
}
