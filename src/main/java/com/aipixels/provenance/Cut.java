package com.aipixels.provenance;

import java.util.List;

/// What is missing at the two ends of one side of a picture, as parts of that side.
record Cut(double start, double end) {

  /// How far in from every edge a kept picture is looked at: what is cut off outside of it cannot
  /// be missed.
  private static final double MARGIN = 0.05;

  private static final double HALF = MARGIN / 2;

  /// Nothing, and every way to take up to a twentieth off a side in steps of a fortieth: what lies
  /// in between is never further than half a step from one of them.
  static final List<Cut> ALL =
      List.of(
          new Cut(0, 0),
          new Cut(0, HALF),
          new Cut(HALF, 0),
          new Cut(HALF, HALF),
          new Cut(0, MARGIN),
          new Cut(MARGIN, 0));

  static final Cut NONE = ALL.getFirst();

  /// Where the part that is looked at begins, in a side of which this is missing.
  double from() {
    return (MARGIN - start) / left();
  }

  /// Where it ends.
  double to() {
    return (1 - MARGIN - start) / left();
  }

  private double left() {
    return 1 - start - end;
  }
}
