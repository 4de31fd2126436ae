package com.aipixels.painter;

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
        new Weather(stage).behind();
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
    new Weather(stage).behind();
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
    cliff.curveTo(x + wide * 4, top - wide, x + wide * 6, top + wide, x + wide * 7, stage.horizon() + 2);
    cliff.closePath();
    Brush brush = stage.brush();
    brush.fill(cliff, Material.matte(Lab.of(0.45, 0.04, 120)).rough(0.02).textured(1), 0.7);
    brush.fill(fall, Material.flat(Lab.of(0.95, 0.02, 230)).textured(0.5).rough(0.006), 0.6);
  }

  private void beach() {
    Canvas canvas = stage.canvas();
    Noise noise = chance.noise();
    double base = stage.horizon() + (canvas.height - stage.horizon()) * 0.62;
    Brush brush = stage.brush();
    double foam = canvas.unit * 0.014;
    brush.fill(shore(noise, base - foam * 1.6), Material.flat(Lab.of(0.97, 0.01, 210)).unlined().rough(0.004), 0.2, 0.75);
    brush.fill(shore(noise, base), Material.flat(Lab.of(0.68, 0.06, 70)).unlined(), 0.2);
    brush.fill(shore(noise, base + foam * 2), Material.flat(Lab.of(0.86, 0.07, 80)).textured(0.5), 0.2);
  }

  private Path2D shore(Noise noise, double base) {
    Canvas canvas = stage.canvas();
    Path2D shore = new Path2D.Double();
    shore.moveTo(-30, canvas.height + 30.0);
    for (int x = -30; x <= canvas.width + 30; x += 3) {
      double u = x / canvas.unit;
      shore.lineTo(x, base + canvas.unit * (0.06 * noise.fbm(u * 1.2, 0, 2) + 0.012 * noise.fbm(u * 7, base * 0.01, 2) + 0.08 * (u - 0.5)));
    }
    shore.lineTo(canvas.width + 30.0, canvas.height + 30.0);
    shore.closePath();
    return shore;
  }
}
