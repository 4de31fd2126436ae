package com.aipixels.painter;

/// How a hand puts shapes down, before it finishes the whole picture in its own way.
///
/// @param texture how much of a surface's variation it shows, 0 to 1
/// @param tones number of flat tones per shape; 0 for smooth shading
/// @param line width of its outlines in parts of the canvas unit; 0 for none
/// @param ink how dark outlines are, 0 to 1
/// @param bulge how much it exaggerates roundness
/// @param shine how much it exaggerates gloss
/// @param air how much atmosphere it sees, around 1
/// @param puffs whether its clouds and leaves are drawn as round shapes
/// @param vivid factor on the saturation of its paints
record Touch(
    double texture,
    int tones,
    double line,
    double ink,
    double bulge,
    double shine,
    double air,
    boolean puffs,
    double vivid) {

  /// The tone this hand has for so much light, 0 to 1.
  double tone(double t) {
    if (tones == 0) {
      return t;
    }
    double scaled = t * tones;
    double step = Math.min(Math.floor(scaled), tones - 1);
    double edge = Math.clamp((scaled - step) * 14 - 13, 0, 1);
    return Math.min(1, (step + edge + 0.6) / tones);
  }
}
