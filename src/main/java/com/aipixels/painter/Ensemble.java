package com.aipixels.painter;

import com.aipixels.painter.Figure.Habitat;
import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Scene.Place;
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
  private final List<Entry> entries = new ArrayList<>();

  Ensemble(Stage stage, Figures figures) {
    this.stage = stage;
    this.figures = figures;
    this.canvas = stage.canvas();
    this.scene = stage.scene();
  }

  void enter() {
    canvas.castEnters();
    if (scene.closeUp()) {
      sit(scene.casts().getFirst());
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

  /// Fills the picture with one sitter.
  private void sit(Cast cast) {
    Chance chance = stage.chance().stream("sitter");
    Figure figure = cast.figure();
    double tall = 1.22;
    double foot = 0.16;
    if (figure.habitat() == Habitat.PERSON) {
      switch (figure.name()) {
        case "girl", "woman" -> figure = figures.get("bustwoman");
        case "boy", "man" -> figure = figures.get("bustman");
        default -> {
          tall = 1.9;
          foot = 0.95;
        }
      }
    }
    double x = canvas.width * (0.5 + chance.around(0, 0.03));
    double y =
        Math.min(
            canvas.height + foot * canvas.unit, canvas.height * 0.5 + canvas.unit * (0.5 + foot));
    if (figure.name().startsWith("bust")) {
      tall = Math.max(0.98, 0.86 * canvas.height / canvas.unit);
      tall = Math.min(tall, 1.2);
      y = canvas.height + 0.01 * canvas.unit;
    }
    Spot spot = new Spot(x, y, tall * canvas.unit, 0.05, 0);
    new Troupe(stage).draw(figure, spot, cast.color(), chance);
  }

  private void fill(List<Cast> casts) {
    int total = casts.stream().mapToInt(cast -> count(Lane.of(cast, scene.place()), cast)).sum();
    int slot = 0;
    for (Cast cast : casts) {
      Lane lane = Lane.of(cast, scene.place());
      int count = count(lane, cast);
      for (int i = 0; i < count; i++) {
        Chance chance = stage.chance().stream(cast.figure().name() + i);
        Spot spot = spot(lane, cast, slot++, total, chance);
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

  private Spot spot(Lane lane, Cast cast, int slot, int total, Chance chance) {
    double share = (slot + 0.5) / total;
    double across =
        total == 1 ? 0.5 + lean(chance) : 0.5 + (share - 0.5) * Math.min(0.94, 0.34 + 0.2 * total);
    double x = canvas.width * (across + chance.around(0, 0.12 / total));
    double ground = canvas.height - stage.horizon();
    double size = cast.figure().size() * (total > 4 ? 0.75 : total > 1 ? 0.95 : 1.12);
    if (total == 1 && lane != Lane.AFLOAT && lane != Lane.ALOFT && lane != Lane.BEHIND) {
      size = Math.max(size, cast.figure().habitat() == Habitat.TABLE ? 0.3 : 0.46);
    }
    size *= cast.scale();
    return switch (lane) {
      case ALOFT -> {
        double top = Math.min(stage.horizon(), canvas.height);
        double y =
            top * chance.between(0.3, scene.place() == Place.HEAVEN ? 0.75 : 0.62)
                + size * canvas.unit * 0.4;
        boolean alone = total == 1 && !scene.place().wet();
        yield new Spot(
            x,
            y,
            size * canvas.unit * (alone ? 1.35 : chance.between(total > 3 ? 0.5 : 0.8, 1.15)),
            0.45,
            chance.around(0, 0.12));
      }
      case AFLOAT -> {
        double y = stage.horizon() + ground * chance.between(0.12, 0.4);
        yield new Spot(
            x, y, size * canvas.unit * (0.8 + 0.5 * (y - stage.horizon()) / ground), 0.2, 0);
      }
      case SWIMMING -> {
        double y = canvas.height * chance.between(0.3, 0.74);
        yield new Spot(
            x,
            y,
            size * canvas.unit * 1.25 * chance.between(0.8, 1.2),
            0.2,
            chance.around(0, 0.15));
      }
      case BEHIND -> {
        double y = stage.horizon() + ground * chance.between(0.05, 0.22);
        yield new Spot(x, y, size * canvas.unit, stage.depthAt(y) * 0.7, 0);
      }
      case BED -> {
        double near = Math.sqrt(share) * chance.between(0.85, 1.1);
        double y = stage.horizon() + ground * (0.12 + 0.95 * near * near);
        double wide = canvas.width * chance.between(-0.02, 1.02);
        double tall = size * canvas.unit * (0.25 + 0.95 * near * near);
        boolean few = total < 5;
        yield few
            ? new Spot(x, canvas.height * 0.93, size * canvas.unit * 2.2, 0.05, 0)
            : new Spot(wide, y + tall * 0.3, tall, stage.depthAt(y), chance.around(0, 0.1));
      }
      case STANDING -> {
        double y = stage.horizon() + ground * chance.between(0.38, 0.66);
        yield new Spot(
            x,
            y,
            size * canvas.unit * (0.72 + 0.5 * (y - stage.horizon()) / ground),
            stage.depthAt(y) * 0.5,
            0);
      }
      case WALL -> {
        double y = stage.horizon() + canvas.height * chance.between(0.05, 0.12);
        yield new Spot(x, y, size * canvas.unit * 1.1, 0.35, 0);
      }
      case FLOOR -> new Spot(x, canvas.height * 0.885, size * canvas.unit * 1.1, 0.15, 0);
      case LAID -> {
        double y = canvas.height * (0.845 + chance.around(0, 0.015));
        yield new Spot(x, y, size * canvas.unit * (total == 1 ? 1.25 : 0.85), 0.1, 0);
      }
    };
  }

  /// A lone figure stands a little to the dark side, so that the light has room.
  private double lean(Chance chance) {
    return (stage.light().x() > 0 ? -1 : 1) * chance.between(0, 0.12);
  }
}
