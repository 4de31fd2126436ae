package com.aipixels.painter;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import org.jspecify.annotations.Nullable;

/// Draws figures where they are told to stand.
final class Troupe {

  /// A place for one figure: its foot in pixels, its height in pixels, and how far away it is.
  record Spot(double x, double y, double tall, double depth, double turn) {}

  private final Stage stage;

  Troupe(Stage stage) {
    this.stage = stage;
  }

  void draw(Figure figure, Spot spot, @Nullable Lab color, Chance chance) {
    Paints paints = new Paints(stage.scene(), chance, color);
    boolean flipped = chance.odds(0.5);
    AffineTransform place = new AffineTransform();
    place.translate(spot.x(), spot.y());
    place.rotate(spot.turn());
    place.scale(flipped ? -spot.tall() : spot.tall(), spot.tall());
    Brush brush = stage.brush();
    for (Figure.Part part : figure.parts()) {
      brush.fill(part.path().createTransformedShape(place), paints.of(part), spot.depth());
    }
  }

  /// Its dim double in the water at its foot.
  void mirror(Figure figure, Spot spot, @Nullable Lab color, Chance chance) {
    Paints paints = new Paints(stage.scene(), chance, color);
    boolean flipped = chance.odds(0.5);
    AffineTransform place = new AffineTransform();
    place.translate(spot.x(), spot.y());
    place.scale(flipped ? -spot.tall() : spot.tall(), -0.8 * spot.tall());
    for (Figure.Part part : figure.parts()) {
      Material wet = paints.of(part).round(0).unlined().rough(stage.cel() ? 0 : 0.012);
      wet = wet.tinted(wet.color().lighter(-0.12).mix(stage.mood().water(), 0.4));
      stage.brush().fill(part.path().createTransformedShape(place), wet, spot.depth(), 0.42);
    }
  }

  /// The dark it throws on the ground.
  void shadow(Spot spot, double wide) {
    double w = spot.tall() * wide;
    double lean = -stage.light().x() * w * 0.35;
    Shape pool = new Ellipse2D.Double(spot.x() - w / 2 + lean, spot.y() - w * 0.09, w, w * 0.2);
    stage.brush().shadow(pool, stage.scene().hour() == Hour.NIGHT ? 0.3 : 0.42);
  }
}
