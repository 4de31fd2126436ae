package com.aipixels.painter;

/// The way strokes run over a picture: along its edges, not across them. One unit vector per pixel.
record Flow(float[] x, float[] y) {

  static Flow of(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    float[] tone = new float[canvas.r.length];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) Math.sqrt(Math.max(0, canvas.luminance(i)));
    }
    Blur.soft(tone, w, h, (int) Math.max(1, canvas.unit * 0.004));
    float[] xx = new float[tone.length];
    float[] xy = new float[tone.length];
    float[] yy = new float[tone.length];
    for (int y = 1; y < h - 1; y++) {
      for (int x = 1; x < w - 1; x++) {
        int i = y * w + x;
        double gx = tone[i + 1] - tone[i - 1];
        double gy = tone[i + w] - tone[i - w];
        xx[i] = (float) (gx * gx);
        xy[i] = (float) (gx * gy);
        yy[i] = (float) (gy * gy);
      }
    }
    int radius = (int) Math.max(2, canvas.unit * 0.01);
    Blur.soft(xx, w, h, radius);
    Blur.soft(xy, w, h, radius);
    Blur.soft(yy, w, h, radius);
    Flow flow = new Flow(new float[tone.length], new float[tone.length]);
    for (int i = 0; i < tone.length; i++) {
      double difference = xx[i] - yy[i];
      double root = Math.sqrt(difference * difference + 4 * xy[i] * xy[i]);
      // The direction in which the tone changes least; level where nothing changes.
      double vx = yy[i] - xx[i] + root + 1e-7;
      double vy = -2 * xy[i];
      if (vx < 1e-6 && Math.abs(vy) < 1e-7) {
        vx = 0;
        vy = 1;
      }
      double norm = Math.sqrt(vx * vx + vy * vy);
      flow.x[i] = (float) (vx / norm);
      flow.y[i] = (float) (vy / norm);
    }
    return flow;
  }
}
