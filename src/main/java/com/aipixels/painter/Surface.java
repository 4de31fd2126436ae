package com.aipixels.painter;

/// The colour of one stretch of land, pixel by pixel.
final class Surface {

  private final Stage stage;
  private final Canvas canvas;
  private final Cover cover;
  private final Noise noise;
  private final Rgb bright;
  private final Rgb dark;
  private final Rgb snow;
  private final Lab ink;
  private final boolean snowy;
  private final double texture;

  Surface(Stage stage, Cover cover, Noise noise) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.cover = cover;
    this.noise = noise;
    Scene scene = stage.scene();
    this.snowy =
        cover == Cover.ROCK
            && !scene.has(Motif.SUMMER)
            && !scene.has(Motif.VOLCANO)
            && scene.place() != Scene.Place.DESERT;
    Lab low = cover.low(scene);
    double vivid = stage.touch().vivid();
    this.ink = low;
    this.bright = cover.high(scene).vivid(vivid).rgb();
    this.dark = low.vivid(vivid).rgb();
    this.snow = Lab.of(0.96, 0.012, 250).rgb();
    this.texture = stage.touch().texture();
  }

  Lab ink() {
    return ink;
  }

  /// @param below pixels under the ridge, `steep` its slope there
  void at(int x, int y, double below, double steep, double[] rgb) {
    if (cover == Cover.ROCK) {
      rock(x, y, below, rgb);
    } else {
      ground(x, y, below, steep, rgb);
    }
  }

  private void rock(int x, int y, double below, double[] rgb) {
    double f = 5.2 / canvas.unit;
    double reach = stage.cel() ? 0.12 : 0.05;
    int octaves = stage.cel() ? 3 : texture < 0.2 ? 3 : 6;
    double u = x * f;
    double v = y * f * 0.75;
    double here = noise.ridged(u, v, octaves);
    double there = noise.ridged(u + stage.light().x() * reach, v - reach * 0.5, octaves);
    double t = Math.clamp(0.48 + (here - there) * (stage.cel() ? 1.6 : 3.2), 0, 1);
    t = tone(t);
    double rise = (stage.horizon() - y) / stage.horizon();
    double white =
        snowy
            ? Math.clamp(
                (rise - 0.33 + noise.fbm(u * 1.4, v * 1.4 + 9, 4) * 0.28) * (stage.cel() ? 60 : 9)
                    + here
                    - 0.4,
                0,
                1)
            : 0;
    double green = Math.clamp(1.3 - rise * 3.4 + noise.fbm(u, v, 3) * 0.5, 0, 1);
    light(rgb, t, green, white);
    if (stage.scene().has(Motif.VOLCANO) && below < canvas.unit * 0.35) {
      double lava =
          Math.clamp(
              1 - Math.abs(noise.at(u * 2.2, v * 0.6 + 3)) * 9 - below / canvas.unit * 2, 0, 1);
      rgb[0] += lava * 1.6;
      rgb[1] += lava * 0.5;
      rgb[2] += lava * 0.08;
    }
  }

  private void ground(int x, int y, double below, double steep, double[] rgb) {
    double tall = canvas.height - stage.horizon();
    double z = 1 / (Math.max(1, y - stage.horizon()) / tall + 0.09);
    double u = (x - canvas.width * 0.5) / canvas.unit * z;
    double patches = noise.fbm(u * 1.3, z * 2.2, 3);
    double side =
        Math.clamp(-steep * stage.light().x() * (cover == Cover.SAND ? 2.2 : 1.1), -0.5, 0.5)
            / (1 + below / (canvas.unit * 0.09));
    double lit = 0.56 + patches * 0.4 + side + 0.2 / (1 + below / (canvas.unit * 0.03));
    double fine = 0;
    if (texture > 0) {
      fine =
          switch (cover) {
            case GRASS, FOREST ->
                noise.at(x / canvas.unit * 260 / (0.4 + 2 / z), y / canvas.unit * 60) * 0.36
                    + noise.at(u * 9, z * 26) * 0.22;
            case SAND -> noise.at(u * 3 + z * 9 + patches * 3, z * 34 + patches * 6) * 0.16;
            default -> noise.dot(x, y) > 0.985 ? 0.5 : noise.at(u * 6, z * 12) * 0.12;
          };
    }
    light(rgb, tone(Math.clamp(lit + fine * texture, 0, 1)), 0, 0);
  }

  private void light(double[] rgb, double t, double green, double white) {
    Rgb key = stage.light().key();
    Rgb ambient = stage.light().ambient();
    double shade = cover == Cover.SNOW ? 0.25 + 0.75 * t : t;
    rgb[0] = mix(bright.r(), dark.r(), snow.r(), t, green, white) * (ambient.r() + key.r() * shade);
    rgb[1] = mix(bright.g(), dark.g(), snow.g(), t, green, white) * (ambient.g() + key.g() * shade);
    rgb[2] = mix(bright.b(), dark.b(), snow.b(), t, green, white) * (ambient.b() + key.b() * shade);
  }

  private double mix(double high, double low, double top, double t, double green, double white) {
    double base = cover == Cover.ROCK ? high + (low - high) * green : low + (high - low) * t;
    return base + (top - base) * white;
  }

  private double tone(double t) {
    int tones = stage.touch().tones();
    if (tones == 0) {
      return t;
    }
    return (Math.min(Math.floor(t * tones), tones - 1) + 0.6) / tones;
  }
}
