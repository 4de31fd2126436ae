package com.aipixels.provenance;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Looks at pictures so that one is known again after it was compressed, scaled, or cut by up to a
/// twentieth of its sides. A kept picture is looked at without its edges; one that may be a part of
/// it is looked at as many times as there are ways to have been cut.
final class Eye {

  /// To be raised when anything changes in what it sees: then all pictures are looked at again.
  static final int VERSION = 1;

  private Eye() {}

  /// How a picture to be known again looks; empty where it is too plain for that.
  static Optional<Look> keep(BufferedImage image) {
    double[][] cells = new Luminance(image).cells(Cut.NONE, Cut.NONE);
    return Plainness.of(cells) ? Optional.empty() : Optional.of(Look.of(cells));
  }

  /// How it may have looked before it was cut; nothing where it is too plain.
  static List<Look> recall(BufferedImage image) {
    Luminance luminance = new Luminance(image);
    if (Plainness.of(luminance.cells(Cut.NONE, Cut.NONE))) {
      return List.of();
    }
    return Cut.ALL.stream()
        .flatMap(across -> Cut.ALL.stream().map(down -> Look.of(luminance.cells(across, down))))
        .toList();
  }
}
