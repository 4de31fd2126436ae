package com.aipixels.painter;

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
          new Beach(stage, chance).paint();
        }
      }
      case LAKE -> {
        if (!scene.has(Motif.CITY)) {
          grove.farLine(scene.has(Motif.FOREST) || scene.has(Motif.AUTUMN) ? 0.17 : 0.1);
        }
        if (scene.has(Motif.WATERFALL)) {
          new Waterfall(stage, chance).paint();
        }
        new Water(stage).paint(stage.horizon());
      }
      case CITY -> new Street(stage).paint();
      case DESERT -> land.ground(Cover.SAND);
      case SNOWFIELD -> {
        land.ground(Cover.SNOW);
        if (!scene.has(Motif.SEA)) {
          grove.scattered(scene.has(Motif.FOREST) ? 16 : 7);
        }
      }
      case FOREST -> {
        grove.farLine(0.22);
        land.ground(snowy() ? Cover.SNOW : Cover.FOREST);
        grove.standing();
      }
      default -> {
        if (scene.has(Motif.FOREST)) {
          grove.farLine(0.16);
        }
        land.ground(snowy() ? Cover.SNOW : Cover.GRASS);
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
}
