package com.aipixels.painter;

/// A sea or lake below the horizon, mirroring what is already painted above it.
final class Water {

  private final Stage stage;
  private final Canvas canvas;
  private final boolean calm;

  Water(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.calm = stage.scene().place() == Scene.Place.LAKE;
  }

  void paint(double shore) {
    Canvas.breathe();
    Chance chance = stage.chance().stream("water");
    Noise noise = chance.noise();
    Canvas above = canvas.copy();
    int top = (int) Math.clamp(Math.round(shore), 0, canvas.height);
    double tall = canvas.height - stage.horizon();
    double cx = canvas.width * 0.5;
    Rgb deep = stage.mood().water().vivid(stage.touch().vivid()).rgb();
    Rgb key = stage.mood().sun().rgb();
    boolean cel = stage.cel();
    double swell = calm ? 0.35 : 1;
    double sparkle = stage.scene().overcast() ? 0 : stage.scene().hour() == Hour.DAY ? 0.5 : 1.2;
    int id = canvas.nextShape();
    int crest = canvas.nextShape();
    for (int y = top; y < canvas.height; y++) {
      double below = Math.max(0.5, y - stage.horizon());
      double z = 1 / (below / tall + 0.035);
      double soft = Math.clamp(below / (canvas.unit * 0.012), 0.12, 1);
      double grazing = Math.clamp(1.05 - below / tall * (calm ? 0.42 : 0.75), 0.2, 0.97);
      for (int x = 0; x < canvas.width; x++) {
        double u = (x - cx) / canvas.unit * z;
        double wave =
            noise.fbm(u * 2.2 + z * 0.35, z * 5.2, 3) * 0.75 + noise.at(u * 8 - z, z * 17) * 0.3;
        wave *= soft;
        if (cel) {
          wave = Math.round(wave * 4) / 4.0;
        }
        double lean = wave * swell;
        double sx = x + lean * below * 0.18 + lean * canvas.unit * 0.012;
        double sy =
            2 * stage.horizon() - y - Math.abs(lean) * below * 0.9 - lean * canvas.unit * 0.02;
        int from = above.index(sx, Math.clamp(sy, 0, Math.max(0, top - 1)));
        double fresnel = Math.clamp(grazing - lean * 0.55, 0.08, 0.97);
        double body = 0.75 + 0.35 * wave;
        double red = deep.r() * body + (above.r[from] - deep.r() * body) * fresnel;
        double green = deep.g() * body + (above.g[from] - deep.g() * body) * fresnel;
        double blue = deep.b() * body + (above.b[from] - deep.b() * body) * fresnel;
        double off = (x - stage.light().sunX()) / (below * 0.28 + canvas.unit * 0.035);
        double path = 1 / (1 + off * off * off * off);
        double glint = Math.clamp((wave - 0.12) * (cel ? 9 : 4), 0, 1) * path * sparkle;
        int i = y * canvas.width + x;
        canvas.put(i, red + key.r() * glint, green + key.g() * glint, blue + key.b() * glint);
        canvas.depth[i] = (float) stage.depthAt(y);
        canvas.shape[i] = cel && wave > 0.2 ? crest : id;
      }
    }
  }
}
