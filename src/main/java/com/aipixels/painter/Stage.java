package com.aipixels.painter;

/// What every layer needs while one picture is painted.
///
/// @param horizon its height in pixels from the top
record Stage(
    Canvas canvas,
    Scene scene,
    Mood mood,
    Light light,
    Brush brush,
    Chance chance,
    double horizon) {

  double unit() {
    return canvas.unit;
  }

  Touch touch() {
    return brush.touch();
  }

  /// Whether shapes are laid in flat tones.
  boolean cel() {
    return touch().tones() > 0;
  }

  /// How far away something is that stands on the ground at this height: 1 at the horizon.
  double depthAt(double y) {
    double below = (y - horizon) / (canvas.height - horizon);
    return Math.clamp(0.75 * (1 - below) * (1 - below), 0, 1);
  }
}
