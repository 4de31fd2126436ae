package com.aipixels.painter;

/// Repaints a picture with brush strokes that follow its forms.
final class Strokes {

  /// One pass of the brush.
  ///
  /// @param length of a stroke, in parts of the canvas unit, as is `width`
  /// @param density how often the canvas is covered
  /// @param swirl how much the strokes obey the hand rather than the forms, 0 to 1
  /// @param accent how much their colours leave the sitter's, 0 to 1
  /// @param keen leaves places alone that are already this right; 0 paints everywhere
  /// @param square whether the ends are cut like a knife's
  record Pass(
      double length,
      double width,
      double density,
      double swirl,
      double accent,
      double keen,
      boolean square) {}

  private final Canvas canvas;
  private final Canvas sitter;
  private final Flow flow;
  private final Relief relief;
  private final Chance chance;
  private final Noise noise;

  Strokes(Canvas canvas, Chance chance) {
    this.canvas = canvas;
    this.sitter = canvas.copy();
    this.flow = Flow.of(canvas);
    this.relief = new Relief(canvas);
    this.chance = chance;
    this.noise = chance.noise();
  }

  void paint(Pass pass) {
    double length = pass.length() * canvas.unit;
    double width = Math.max(1.6, pass.width() * canvas.unit);
    int count = (int) (pass.density() * canvas.width * canvas.height / (length * width));
    for (int stroke = 0; stroke < count; stroke++) {
      if ((stroke & 1023) == 0) {
        Canvas.breathe();
      }
      double x = chance.between(0, canvas.width);
      double y = chance.between(0, canvas.height);
      int i = canvas.index(x, y);
      double off =
          Math.abs(sitter.r[i] - canvas.r[i])
              + Math.abs(sitter.g[i] - canvas.g[i])
              + Math.abs(sitter.b[i] - canvas.b[i]);
      double long0 = length * chance.between(0.6, 1.2);
      double wide = width * chance.between(0.7, 1.2);
      double colorJitter = chance.around(0, 1);
      double warmJitter = chance.around(0, 1);
      double bend = chance.around(0, 1);
      if (off >= pass.keen() * (0.15 + sitter.luminance(i))) {
        stroke(
            pass, x, y, long0, wide, colorJitter * pass.accent(), warmJitter * pass.accent(), bend);
      }
    }
  }

  /// Lets light graze the thickness of the paint.
  void relief(double strength) {
    relief.light(strength);
  }

  private void stroke(
      Pass pass,
      double x,
      double y,
      double length,
      double width,
      double lighter,
      double warmer,
      double bend) {
    int i = canvas.index(x, y);
    double turn = noise.fbm(x / canvas.unit * 1.8, y / canvas.unit * 1.8, 2) * 3.2 + 0.3 * bend;
    double fx = flow.x()[i] + (StrictMath.cos(turn) - flow.x()[i]) * pass.swirl();
    double fy = flow.y()[i] + (StrictMath.sin(turn) - flow.y()[i]) * pass.swirl();
    double norm = Math.sqrt(fx * fx + fy * fy) + 1e-6;
    fx /= norm;
    fy /= norm;
    double light = 1 + lighter * 0.35;
    double red = sitter.r[i] * light * (1 + warmer * 0.22) + Math.max(0, warmer) * 0.015;
    double green = sitter.g[i] * light;
    double blue = sitter.b[i] * light * (1 - warmer * 0.22) + Math.max(0, -warmer) * 0.02;
    double half = length / 2;
    double body = width / 2;
    int reach = (int) Math.ceil(half + body) + 1;
    double hair = 5.0 / body;
    double key = x * 0.37 + y * 0.91;
    for (int py = (int) Math.max(0, y - reach);
        py <= Math.min(canvas.height - 1, y + reach);
        py++) {
      for (int px = (int) Math.max(0, x - reach);
          px <= Math.min(canvas.width - 1, x + reach);
          px++) {
        double ox = px - x;
        double oy = py - y;
        double along = ox * fx + oy * fy;
        double curve = bend * 0.25 * along * along / half;
        double across = oy * fx - ox * fy + (pass.square() ? 0 : curve);
        if (Math.abs(across) > body || Math.abs(along) > half + body) {
          continue;
        }
        double over = Math.max(0, Math.abs(along) - half + (pass.square() ? 0 : body));
        double edge = pass.square() ? Math.abs(across) : Math.sqrt(over * over + across * across);
        if (pass.square() && Math.abs(along) > half) {
          continue;
        }
        double bristle = noise.at(across * hair + key, along / length * 1.4 + key);
        double cover = Math.clamp((body - edge) * 1.3 + 0.2, 0, 1);
        double dry =
            Math.clamp(1.15 + bristle * 0.9 - Math.max(0, along / half - 0.45) * 1.1, 0, 1);
        cover *= dry;
        if (cover <= 0.02) {
          continue;
        }
        int at = py * canvas.width + px;
        double tint = 1 + bristle * 0.11;
        canvas.blend(at, red * tint, green * tint, blue * tint, cover);
        double ridge = 0.5 + bristle * 0.5 + 0.45 * Math.abs(across) / body;
        relief.lay(at, ridge, cover);
      }
    }
  }
}
