package com.aipixels.painter;

import com.aipixels.painter.Figure.Habitat;
import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Scene.Place;
import com.aipixels.painter.Troupe.Spot;

/// Where in the picture the members of a cast stand, fly or float.
final class Positions {

  private final Stage stage;
  private final Canvas canvas;
  private final Scene scene;

  Positions(Stage stage) {
    this.stage = stage;
    this.canvas = stage.canvas();
    this.scene = stage.scene();
  }

  /// @param slot its number among the `total` that share the picture
  Spot of(Lane lane, Cast cast, int slot, int total, Chance chance) {
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
