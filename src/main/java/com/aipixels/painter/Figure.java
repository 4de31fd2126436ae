package com.aipixels.painter;

import java.awt.geom.Path2D;
import java.util.List;

/// Something with a shape of its own, drawn in a space where its foot stands at (0, 0), up is
/// negative and its height is about 1.
///
/// @param size usual height in parts of the canvas unit
record Figure(String name, Habitat habitat, double size, List<Part> parts) {

  /// Its greatest width for a height of 1.
  double wide() {
    return 2
        * parts.stream()
            .map(part -> part.path().getBounds2D())
            .mapToDouble(box -> Math.max(box.getMaxX(), -box.getMinX()))
            .max()
            .orElse(1);
  }

  /// Its top for a height of 1.
  double top() {
    return -parts.stream()
        .mapToDouble(part -> part.path().getBounds2D().getMinY())
        .min()
        .orElse(-1);
  }

  /// Where a figure belongs.
  enum Habitat {
    GROUND,
    WATER,
    SKY,
    DEEP,
    TABLE,
    PLANT,
    TREE,
    BUILDING,
    INDOORS,
    PERSON
  }

  /// One piece, later ones over earlier ones. `paint` names its colour, `marks` say how it is laid.
  record Part(String paint, String marks, Path2D path) {

    boolean has(char mark) {
      return marks.indexOf(mark) >= 0;
    }

    long count(char mark) {
      return marks.chars().filter(c -> c == mark).count();
    }
  }
}
