package com.aipixels.painter;

/// A street that runs to the horizon, wet when it rains.
final class Street {

  private final Stage stage;
  private final Canvas canvas;
  private final Chance chance;

  Street(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.chance = stage.chance().stream("city");
  }

  void paint() {
    Canvas.breathe();
    Rgb asphalt = Lab.of(0.42, 0.015, 265).rgb();
    Noise noise = chance.noise();
    Rgb key = stage.light().key();
    Rgb ambient = stage.light().ambient();
    boolean wet = stage.scene().has(Motif.RAIN) || stage.scene().hour() == Hour.NIGHT;
    int top = (int) stage.horizon();
    int id = canvas.nextShape();
    for (int y = Math.max(0, top); y < canvas.height; y++) {
      double below = (y - stage.horizon()) / (canvas.height - stage.horizon());
      for (int x = 0; x < canvas.width; x++) {
        double grain =
            1
                + 0.12
                    * stage.touch().texture()
                    * noise.fbm(x * 60 / canvas.unit, y * 90 / canvas.unit, 3);
        double t = 0.62 * grain;
        double lean = noise.fbm(x * 9 / canvas.unit, y * 70 / canvas.unit, 2);
        int from =
            canvas.index(
                x + lean * canvas.unit * 0.015,
                2.0 * top - y * 1.0 - below * canvas.unit * 0.1 + lean * canvas.unit * 0.04);
        double mirror = (wet ? 0.55 : 0.12) * (0.6 + 0.4 * lean);
        double off = Math.abs(x - canvas.width * 0.5) / canvas.unit / (0.02 + below * 0.9);
        double dash = Math.floor(1.6 / (below + 0.08)) % 2 == 0 && off < 0.045 ? 0.9 : 0;
        double kerb = Math.abs(off - 0.75) < 0.035 ? 0.4 : 0;
        double pale = 1 + dash * 2.5 + kerb * 2 + (off > 0.78 ? 0.5 : 0);
        int i = y * canvas.width + x;
        double red = asphalt.r() * pale * (ambient.r() + key.r() * t);
        double green = asphalt.g() * pale * (ambient.g() + key.g() * t);
        double blue = asphalt.b() * pale * (ambient.b() + key.b() * t);
        canvas.put(
            i,
            red + (canvas.r[from] - red) * mirror,
            green + (canvas.g[from] - green) * mirror,
            blue + (canvas.b[from] - blue) * mirror);
        canvas.depth[i] = (float) stage.depthAt(y);
        canvas.shape[i] = id;
      }
    }
  }
}
