package com.aipixels.painter;

import java.util.List;

/// The colours of a scene's air and light, before any hand or tone bends them.
///
/// @param sky from the zenith down to the horizon
record Mood(List<Lab> sky, Lab sun, Rgb key, Rgb ambient, Lab cloud, Lab shade, Lab water) {

  private static final List<Mood> SUNSETS =
      List.of(
          sunset(285, 350, 40, 62, 85),
          sunset(265, 320, 20, 45, 70),
          sunset(250, 290, 30, 65, 95),
          sunset(300, 10, 45, 75, 95));

  static Mood of(Hour hour, boolean overcast, Chance chance) {
    double turn = chance.around(0, 8);
    Mood mood =
        switch (hour) {
          case DAY ->
              new Mood(
                  List.of(
                      Lab.of(0.55, 0.135, 252 + turn),
                      Lab.of(0.68, 0.115, 243 + turn),
                      Lab.of(0.81, 0.075, 232 + turn),
                      Lab.of(0.92, 0.03, 215 + turn)),
                  Lab.of(0.98, 0.03, 95),
                  new Rgb(0.98, 0.93, 0.83),
                  new Rgb(0.30, 0.35, 0.42),
                  Lab.of(0.98, 0.008, 90),
                  Lab.of(0.78, 0.045, 250),
                  Lab.of(0.42, 0.105, 235 + turn));
          case SUNSET -> chance.pick(SUNSETS);
          case DAWN ->
              new Mood(
                  List.of(
                      Lab.of(0.58, 0.085, 262 + turn),
                      Lab.of(0.71, 0.085, 305 + turn),
                      Lab.of(0.84, 0.09, 20 + turn),
                      Lab.of(0.93, 0.075, 75 + turn)),
                  Lab.of(0.98, 0.06, 85),
                  new Rgb(0.95, 0.76, 0.62),
                  new Rgb(0.34, 0.31, 0.40),
                  Lab.of(0.95, 0.05, 40),
                  Lab.of(0.66, 0.06, 310),
                  Lab.of(0.46, 0.07, 250 + turn));
          case NIGHT ->
              new Mood(
                  List.of(
                      Lab.of(0.17, 0.065, 275 + turn),
                      Lab.of(0.23, 0.08, 268 + turn),
                      Lab.of(0.32, 0.085, 258 + turn),
                      Lab.of(0.43, 0.07, 245 + turn)),
                  Lab.of(0.96, 0.03, 100),
                  new Rgb(0.22, 0.27, 0.38),
                  new Rgb(0.10, 0.12, 0.20),
                  Lab.of(0.42, 0.04, 260),
                  Lab.of(0.26, 0.06, 268),
                  Lab.of(0.2, 0.06, 255 + turn));
        };
    return overcast ? mood.overcast() : mood;
  }

  private static Mood sunset(
      double zenith, double upper, double lower, double horizon, double sun) {
    return new Mood(
        List.of(
            Lab.of(0.38, 0.10, zenith),
            Lab.of(0.56, 0.13, upper),
            Lab.of(0.72, 0.155, lower),
            Lab.of(0.85, 0.135, horizon)),
        Lab.of(0.97, 0.08, sun),
        new Rgb(1.0, 0.69, 0.46),
        new Rgb(0.3, 0.25, 0.35),
        Lab.of(0.84, 0.13, lower + 8),
        Lab.of(0.46, 0.10, (zenith + 360 + (upper < 90 ? upper + 360 : upper)) / 2 - 180),
        Lab.of(0.3, 0.075, zenith - 15));
  }

  private Mood overcast() {
    List<Lab> grey = sky.stream().map(c -> c.vivid(0.35).mix(sky.getLast(), 0.35)).toList();
    return new Mood(
        grey,
        sun,
        key.times(0.6).mix(new Rgb(key.luminance(), key.luminance(), key.luminance()), 0.5),
        ambient.times(1.25),
        cloud.vivid(0.4).lighter(-0.06),
        shade.vivid(0.4),
        water.vivid(0.55));
  }

  /// Of the sky at an elevation from 0, the horizon, to 1, the top.
  Lab sky(double elevation) {
    double t = Math.clamp(1 - elevation, 0, 1) * (sky.size() - 1);
    int below = (int) Math.min(t, sky.size() - 2);
    double part = t - below;
    return sky.get(below).mix(sky.get(below + 1), part * part * (3 - 2 * part) * 0.5 + part * 0.5);
  }

  /// What far things dissolve in.
  Rgb air() {
    return sky(0.06).rgb();
  }
}
