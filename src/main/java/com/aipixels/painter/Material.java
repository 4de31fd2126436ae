package com.aipixels.painter;

/// What a shape is made of.
///
/// @param round how far it bulges towards the eye, 0 flat to 1
/// @param rough how frayed its edge is, in parts of the canvas unit
/// @param texture how much its surface varies, 0 to 1
/// @param gloss how much it shines, 0 to 1
/// @param glow how much it shines by itself, 0 to 1 and more
/// @param lined whether hands that draw outlines outline it
record Material(
    Lab color,
    double round,
    double rough,
    double texture,
    double gloss,
    double glow,
    boolean lined) {

  static Material matte(Lab color) {
    return new Material(color, 0.8, 0, 0.16, 0.1, 0, true);
  }

  static Material flat(Lab color) {
    return new Material(color, 0, 0, 0.2, 0, 0, true);
  }

  static Material shining(Lab color, double glow) {
    return new Material(color, 0, 0, 0, 0, glow, false);
  }

  Material rough(double reach) {
    return new Material(color, round, reach, texture, gloss, glow, lined);
  }

  Material round(double bulge) {
    return new Material(color, bulge, rough, texture, gloss, glow, lined);
  }

  Material textured(double amount) {
    return new Material(color, round, rough, amount, gloss, glow, lined);
  }

  Material glossy(double amount) {
    return new Material(color, round, rough, texture, amount, glow, lined);
  }

  Material unlined() {
    return new Material(color, round, rough, texture, gloss, glow, false);
  }

  Material tinted(Lab tint) {
    return new Material(tint, round, rough, texture, gloss, glow, lined);
  }
}
