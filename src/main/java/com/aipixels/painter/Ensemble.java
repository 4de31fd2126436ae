package com.aipixels.painter;

import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Troupe.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives every member of the cast a place and lets them enter, the farthest first.
final class Ensemble {

  private record Entry(Cast cast, Spot spot, Chance chance) {}

  private final Stage stage;

  Ensemble(Stage stage) {
    this.stage = stage;
  }

  void enter() {
    Canvas canvas = stage.canvas();
    List<Entry> entries = new ArrayList<>();
    for (Cast cast : stage.scene().casts()) {
      for (int i = 0; i < cast.count(); i++) {
        Chance chance = stage.chance().stream(cast.figure().name() + i);
        double y = stage.horizon() + (canvas.height - stage.horizon()) * chance.between(0.15, 0.5);
        double x = canvas.width * chance.between(0.2, 0.8);
        double tall = cast.figure().size() * cast.scale() * canvas.unit;
        entries.add(new Entry(cast, new Spot(x, y, tall, stage.depthAt(y), 0), chance));
      }
    }
    entries.sort(Comparator.comparingDouble(entry -> entry.spot().y()));
    Troupe troupe = new Troupe(stage);
    for (Entry entry : entries) {
      Cast cast = entry.cast();
      troupe.mirror(cast.figure(), entry.spot(), cast.color(), entry.chance().stream("look"));
      troupe.draw(cast.figure(), entry.spot(), cast.color(), entry.chance().stream("look"));
    }
  }
}
