package com.aipixels.painter;

import com.aipixels.painter.Scene.Place;
import java.util.Set;

/// The light of the day.
enum Hour {
  DAWN,
  DAY,
  SUNSET,
  NIGHT;

  /// The hour that was named or that something named asks for, otherwise any but night.
  static Hour of(Set<Motif> motifs, Place place, Chance chance) {
    if (motifs.contains(Motif.SUNSET)) {
      return SUNSET;
    }
    boolean dark =
        motifs.contains(Motif.STAR)
            || motifs.contains(Motif.MOON)
            || motifs.contains(Motif.AURORA)
            || motifs.contains(Motif.GALAXY)
            || motifs.contains(Motif.FIREWORKS)
            || place == Place.SPACE;
    if (motifs.contains(Motif.NIGHT) || dark) {
      return NIGHT;
    }
    if (motifs.contains(Motif.DAWN)) {
      return DAWN;
    }
    if (motifs.contains(Motif.DAY) || place == Place.UNDERWATER || motifs.contains(Motif.RAINBOW)) {
      return DAY;
    }
    return chance.odds(0.72) ? DAY : chance.odds(0.5) ? SUNSET : DAWN;
  }
}
