package com.aipixels.painter;

/// How thick the paint lies, pixel by pixel.
final class Relief {

  private final Canvas canvas;
  private final float[] height;

  Relief(Canvas canvas) {
    this.canvas = canvas;
    this.height = new float[canvas.r.length];
  }

  void lay(int at, double ridge, double cover) {
    height[at] += (float) ((ridge - height[at]) * cover);
  }

  /// Lets light graze the thickness of the paint.
  void light(double strength) {
    Canvas.breathe();
    int w = canvas.width;
    for (int y = 1; y < canvas.height - 1; y++) {
      for (int x = 1; x < w - 1; x++) {
        int i = y * w + x;
        double slope = height[i + 1] - height[i - 1] + height[i + w] - height[i - w];
        canvas.scale(i, Math.clamp(1 + slope * strength, 0.7, 1.4));
      }
    }
  }
}
