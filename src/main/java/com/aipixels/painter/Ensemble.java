package com.aipixels.painter;

import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Troupe.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives every member of the cast a place and lets them enter, the farthest first.
final class Ensemble {

  private record Entry(Cast cast, Spot spot, Chance chance, boolean mirrored) {}

  private static final int CROWD = 90;

  private final Stage stage;
  private final Figures figures;
  private final Canvas canvas;
  private final Scene scene;
  private final Positions positions;
  private final List<Entry> entries = new ArrayList<>();

  Ensemble(Stage stage, Figures figures) {
    this.stage = stage;
    this.figures = figures;
    this.canvas = stage.canvas();
    this.scene = stage.scene();
    this.positions = new Positions(stage);
  }

  void enter() {
    canvas.castEnters();
    if (scene.closeUp()) {
      new CloseUp(stage, figures).enter(scene.casts().getFirst());
      return;
    }
    List<Cast> beds = new ArrayList<>();
    List<Cast> others = new ArrayList<>();
    for (Cast cast : scene.casts()) {
      (Lane.of(cast, scene.place()) == Lane.BED ? beds : others).add(cast);
    }
    fill(beds);
    fill(others);
    entries.sort(
        Comparator.comparingDouble(
            entry -> entry.spot().y() - (entry.spot().depth() > 0.6 ? 1e6 : 0)));
    Troupe troupe = new Troupe(stage);
    for (Entry entry : entries) {
      Cast cast = entry.cast();
      Chance look = entry.chance().stream("look");
      if (entry.mirrored()) {
        troupe.mirror(cast.figure(), entry.spot(), cast.color(), look);
      } else if (Lane.of(cast, scene.place()).grounded()) {
        troupe.shadow(entry.spot(), 0.9);
      }
      troupe.draw(cast.figure(), entry.spot(), cast.color(), entry.chance().stream("look"));
    }
  }

  private void fill(List<Cast> casts) {
    int total = casts.stream().mapToInt(cast -> count(Lane.of(cast, scene.place()), cast)).sum();
    int slot = 0;
    for (Cast cast : casts) {
      Lane lane = Lane.of(cast, scene.place());
      int count = count(lane, cast);
      for (int i = 0; i < count; i++) {
        Chance chance = stage.chance().stream(cast.figure().name() + i);
        Spot spot = positions.of(lane, cast, slot++, total, chance);
        boolean mirrored = lane == Lane.AFLOAT && scene.place().wet();
        Spot fitting = lane == Lane.BED && total > 4 ? spot : fit(spot, cast.figure(), total);
        entries.add(new Entry(cast, fitting, chance, mirrored));
      }
    }
  }

  /// Nothing loses its head or its tail at the frame.
  private Spot fit(Spot spot, Figure figure, int total) {
    double room = canvas.width * Math.min(0.86, 1.15 / total);
    double tall =
        Math.min(
            spot.tall(),
            Math.min(room / figure.wide(), (spot.y() - canvas.height * 0.035) / figure.top()));
    double half = Math.min(canvas.width * 0.48, tall * figure.wide() * 0.46);
    double x = Math.clamp(spot.x(), half, canvas.width - half);
    return new Spot(x, spot.y(), tall, spot.depth(), spot.turn());
  }

  private static int count(Lane lane, Cast cast) {
    if (cast.count() == 0 && lane == Lane.BED) {
      return CROWD;
    }
    int most = lane == Lane.BED ? CROWD : 10;
    return lane == Lane.BED && cast.count() > 4 ? most : Math.clamp(cast.count(), 1, most);
  }
}
