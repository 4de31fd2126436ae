package com.aipixels.painter;

import com.aipixels.painter.Troupe.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Woods: a far line of trees, then taller ones towards the sides and the viewer.
final class Grove {

  private final Stage stage;
  private final Figures figures;
  private final Troupe troupe;
  private final Chance chance;

  Grove(Stage stage, Figures figures) {
    this.stage = stage;
    this.figures = figures;
    this.troupe = new Troupe(stage);
    this.chance = stage.chance().stream("grove");
  }

  /// A dark line of treetops on the horizon.
  void farLine(double tall) {
    Canvas canvas = stage.canvas();
    double step = canvas.unit * 0.035;
    for (double x = -step; x < canvas.width + step; x += step * chance.between(0.6, 1.2)) {
      double y = stage.horizon() + canvas.unit * chance.between(0, 0.015);
      tree(
          new Spot(x, y, canvas.unit * tall * chance.between(0.7, 1.25), 0.6, 0),
          chance.stream("far" + x));
    }
  }

  /// A wood one stands in: open in the middle.
  void standing() {
    Canvas canvas = stage.canvas();
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < 34; i++) {
      double near = (i + 0.5) / 34;
      double y = stage.horizon() + (canvas.height - stage.horizon()) * near * near * 0.62;
      double side = chance.odds(0.5) ? 1 : -1;
      double gap = 0.03 + 0.3 * near;
      double x = canvas.width * (0.5 + side * chance.between(gap, gap + 0.38 - 0.12 * near));
      double tall = canvas.unit * (0.26 + 0.62 * near * near) * chance.between(0.85, 1.25);
      spots.add(new Spot(x, y, tall, stage.depthAt(y) * 0.95 + 0.02, 0));
    }
    spots.sort(Comparator.comparingDouble(Spot::y));
    for (Spot spot : spots) {
      troupe.shadow(spot, 0.5);
      tree(spot, chance.stream("tree" + spot.x()));
    }
  }

  /// A few trees to frame an open field.
  void scattered(int count) {
    Canvas canvas = stage.canvas();
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double y = stage.horizon() + (canvas.height - stage.horizon()) * chance.between(0.02, 0.2);
      double x =
          canvas.width * (chance.odds(0.5) ? chance.between(0, 0.32) : chance.between(0.68, 1));
      spots.add(new Spot(x, y, canvas.unit * chance.between(0.13, 0.24), stage.depthAt(y), 0));
    }
    spots.sort(Comparator.comparingDouble(Spot::y));
    for (Spot spot : spots) {
      troupe.shadow(spot, 0.6);
      tree(spot, chance.stream("tree" + spot.x()));
    }
  }

  private void tree(Spot spot, Chance own) {
    Scene scene = stage.scene();
    String kind;
    if (scene.has(Motif.BAMBOO)) {
      kind = "bamboo";
    } else if (scene.has(Motif.CHERRY)) {
      kind = "cherrytree";
    } else if (scene.place() == Scene.Place.SNOWFIELD
        || scene.has(Motif.WINTER)
        || scene.has(Motif.SNOW)) {
      kind = "pine";
    } else if (scene.has(Motif.MOUNTAIN)) {
      kind = own.odds(0.7) ? "pine" : "tree";
    } else {
      kind = own.odds(0.8) ? "tree" : "pine";
    }
    troupe.draw(figures.get(kind), spot, null, own);
  }
}
