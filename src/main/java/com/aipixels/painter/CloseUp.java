package com.aipixels.painter;

import com.aipixels.painter.Figure.Habitat;
import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Troupe.Spot;

/// One member of the cast, so near that it fills the picture.
final class CloseUp {

  private final Stage stage;
  private final Figures figures;
  private final Canvas canvas;

  CloseUp(Stage stage, Figures figures) {
    this.stage = stage;
    this.figures = figures;
    this.canvas = stage.canvas();
  }

  void enter(Cast cast) {
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
}
