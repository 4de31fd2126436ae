package com.aipixels.painter;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Builds everything that stands behind and under the figures.
final class Sets {

  private final Stage stage;
  private final Figures figures;
  private final Scene scene;
  private final Chance chance;

  Sets(Stage stage, Figures figures) {
    this.stage = stage;
    this.figures = figures;
    this.scene = stage.scene();
    this.chance = stage.chance().stream("sets");
  }

  void build() {
    switch (scene.place()) {
      case SEA, LAKE, FIELD, FOREST, DESERT, SNOWFIELD, CITY -> outside();
      case HEAVEN, SPACE -> {
        new Sky(stage).paint();
        new Spectacles(stage).paint();
      }
      case ROOM -> {
        new Sky(stage).paint();
        if (scene.has(Motif.CITY) || chance.odds(0.4)) {
          new City(stage).skyline(0.4, 2);
        } else {
          new Land(stage).mountains(2, 0.4);
        }
        new Indoors(stage).room();
      }
      case TABLE -> new Indoors(stage).table();
      case STUDIO -> new Indoors(stage).studio();
      case UNDERWATER -> new Deep(stage).paint();
      case ABSTRACT -> new Abstracts(stage).paint();
    }
  }

  private void outside() {
    new Sky(stage).paint();
    new Spectacles(stage).paint();
    Land land = new Land(stage);
    if (scene.has(Motif.VOLCANO)) {
      land.volcano();
    } else if (scene.has(Motif.MOUNTAIN)) {
      land.mountains(4, 0.78);
    } else if (distance()) {
      land.mountains(scene.place() == Scene.Place.LAKE ? 3 : 2, chance.between(0.2, 0.42));
    }
    if (scene.has(Motif.CITY) || scene.has(Motif.STREET)) {
      new City(stage).skyline(scene.place() == Scene.Place.CITY ? 0.68 : 0.36, 3);
    }
    Grove grove = new Grove(stage, figures);
    switch (scene.place()) {
      case SEA -> {
        new Water(stage).paint(stage.horizon());
        if (scene.has(Motif.BEACH)) {
          beach();
        }
      }
      case LAKE -> {
        if (!scene.has(Motif.CITY)) {
          grove.farLine(scene.has(Motif.FOREST) || scene.has(Motif.AUTUMN) ? 0.17 : 0.1);
        }
        if (scene.has(Motif.WATERFALL)) {
          waterfall();
        }
        new Water(stage).paint(stage.horizon());
      }
      case CITY -> new City(stage).street();
      case DESERT -> land.ground(Land.Cover.SAND);
      case SNOWFIELD -> {
        land.ground(Land.Cover.SNOW);
        if (!scene.has(Motif.SEA)) {
          grove.scattered(scene.has(Motif.FOREST) ? 16 : 7);
        }
      }
      case FOREST -> {
        grove.farLine(0.22);
        land.ground(snowy() ? Land.Cover.SNOW : Land.Cover.FOREST);
        grove.standing();
      }
      default -> {
        if (scene.has(Motif.FOREST)) {
          grove.farLine(0.16);
        }
        land.ground(snowy() ? Land.Cover.SNOW : Land.Cover.GRASS);
        grove.scattered(scene.has(Motif.VILLAGE) ? 4 : 3 + chance.below(5));
      }
    }
  }

  private boolean snowy() {
    return scene.has(Motif.SNOW) || scene.has(Motif.WINTER);
  }

  private boolean distance() {
    return switch (scene.place()) {
      case LAKE, SNOWFIELD -> true;
      case FIELD -> chance.odds(0.75);
      case DESERT -> chance.odds(0.35);
      default -> false;
    };
  }

  private void waterfall() {
    Canvas canvas = stage.canvas();
    double x = canvas.width * chance.between(0.4, 0.6);
    double wide = canvas.unit * 0.055;
    double top = stage.horizon() * 0.52;
    Path2D fall = new Path2D.Double();
    fall.moveTo(x - wide, top);
    fall.quadTo(x, top - wide * 0.3, x + wide, top);
    fall.lineTo(x + wide * 1.5, stage.horizon() + 2);
    fall.lineTo(x - wide * 1.5, stage.horizon() + 2);
    fall.closePath();
    Path2D cliff = new Path2D.Double();
    cliff.moveTo(x - wide * 7, stage.horizon() + 2);
    cliff.curveTo(x - wide * 6, top + wide, x - wide * 4, top - wide, x - wide, top);
    cliff.lineTo(x + wide, top);
    cliff.curveTo(
        x + wide * 4, top - wide, x + wide * 6, top + wide, x + wide * 7, stage.horizon() + 2);
    cliff.closePath();
    Brush brush = stage.brush();
    brush.fill(cliff, Material.matte(Lab.of(0.4, 0.05, 125)).rough(0.03).textured(1), 0.45);
    for (int rock = 0; rock < 26; rock++) {
      double size = wide * chance.between(0.5, 1.5);
      double side = chance.odds(0.5) ? 1 : -1;
      double away = chance.between(1.3, 6.2) * wide;
      double down = chance.between(top + away * 0.25, stage.horizon());
      Lab stone = Lab.of(chance.between(0.36, 0.56), 0.045, chance.between(90, 140));
      brush.fill(
          new Ellipse2D.Double(x + side * away - size, down - size * 0.6, size * 2, size * 1.2),
          Material.matte(stone).rough(0.012).textured(1),
          0.42);
    }
    brush.fill(fall, Material.flat(Lab.of(0.93, 0.025, 230)).rough(0.005), 0.4);
    for (int strand = 0; strand < 16; strand++) {
      double off = chance.around(0, 1.1) * wide;
      double start = chance.between(top, stage.horizon() - wide);
      Lab pale = Lab.of(strand % 2 == 0 ? 0.99 : 0.8, 0.03, 235);
      brush.fill(
          new Ellipse2D.Double(x + off, start, wide * 0.14, wide * chance.between(2, 6)),
          Material.flat(pale).unlined(),
          0.35,
          0.6);
    }
    for (int puff = 0; puff < 9; puff++) {
      double size = wide * chance.between(0.8, 1.7);
      brush.fill(
          new Ellipse2D.Double(
              x + chance.around(0, 3) * wide - size, stage.horizon() - size * 0.7, size * 2, size),
          Material.flat(Lab.of(0.98, 0.01, 230)).unlined().rough(0.02),
          0.4,
          0.35);
    }
  }

  private void beach() {
    Canvas canvas = stage.canvas();
    Noise noise = chance.noise();
    double base = stage.horizon() + (canvas.height - stage.horizon()) * 0.62;
    Brush brush = stage.brush();
    double foam = canvas.unit * 0.014;
    brush.fill(
        shore(noise, base - foam * 1.6),
        Material.flat(Lab.of(0.97, 0.01, 210)).unlined().rough(0.004),
        0.2,
        0.75);
    brush.fill(shore(noise, base), Material.flat(Lab.of(0.68, 0.06, 70)).unlined(), 0.2);
    brush.fill(
        shore(noise, base + foam * 2), Material.flat(Lab.of(0.86, 0.07, 80)).textured(0.5), 0.2);
  }

  private Path2D shore(Noise noise, double base) {
    Canvas canvas = stage.canvas();
    Path2D shore = new Path2D.Double();
    shore.moveTo(-30, canvas.height + 30.0);
    for (int x = -30; x <= canvas.width + 30; x += 3) {
      double u = x / canvas.unit;
      shore.lineTo(
          x,
          base
              + canvas.unit
                  * (0.06 * noise.fbm(u * 1.2, 0, 2)
                      + 0.012 * noise.fbm(u * 7, base * 0.01, 2)
                      + 0.08 * (u - 0.5)));
    }
    shore.lineTo(canvas.width + 30.0, canvas.height + 30.0);
    shore.closePath();
    return shore;
  }
}
