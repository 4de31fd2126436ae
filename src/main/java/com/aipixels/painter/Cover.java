package com.aipixels.painter;

/// What land is covered with.
enum Cover {
  ROCK,
  GRASS,
  SAND,
  SNOW,
  FOREST;

  /// Its colour in the light; that of rock, high up.
  Lab high(Scene scene) {
    return switch (this) {
      case ROCK -> Lab.of(0.56, 0.035, 260);
      case GRASS -> grass(scene);
      case SAND -> Lab.of(0.83, 0.085, 75);
      case SNOW -> Lab.of(0.96, 0.012, 240);
      case FOREST -> grass(scene).lighter(-0.16);
    };
  }

  /// Its colour in the shade; that of rock, at the foot.
  Lab low(Scene scene) {
    Lab high = high(scene);
    return switch (this) {
      case ROCK ->
          scene.overcast() || scene.has(Motif.WINTER) || scene.place() == Scene.Place.DESERT
              ? Lab.of(0.45, 0.04, 260)
              : grass(scene).lighter(-0.2);
      case GRASS -> new Lab(high.l() - 0.15, high.a() * 0.9 - 0.012, high.b() * 0.7);
      case SAND -> Lab.of(0.63, 0.09, 58);
      case SNOW -> Lab.of(0.76, 0.055, 262);
      case FOREST -> new Lab(high.l() - 0.13, high.a() * 0.9, high.b() * 0.6);
    };
  }

  private static Lab grass(Scene scene) {
    if (scene.has(Motif.AUTUMN)) {
      return Lab.of(0.66, 0.115, 72);
    }
    if (scene.has(Motif.WINTER)) {
      return Lab.of(0.7, 0.04, 110);
    }
    return scene.has(Motif.SPRING) ? Lab.of(0.76, 0.145, 128) : Lab.of(0.66, 0.14, 132);
  }
}
