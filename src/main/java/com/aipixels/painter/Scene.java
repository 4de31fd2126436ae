package com.aipixels.painter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a picture shows.
///
/// @param place what the eye stands before
/// @param motifs everything else that was named or chosen
/// @param closeUp whether the first cast member fills the picture
record Scene(Place place, Hour hour, Set<Motif> motifs, List<Cast> casts, boolean closeUp) {

  /// The grounds a picture can have.
  enum Place {
    SEA,
    LAKE,
    FIELD,
    FOREST,
    DESERT,
    SNOWFIELD,
    CITY,
    ROOM,
    TABLE,
    SPACE,
    UNDERWATER,
    HEAVEN,
    STUDIO,
    ABSTRACT;

    boolean open() {
      return this == SEA
          || this == LAKE
          || this == FIELD
          || this == FOREST
          || this == DESERT
          || this == SNOWFIELD
          || this == CITY
          || this == HEAVEN;
    }

    boolean wet() {
      return this == SEA || this == LAKE;
    }
  }

  /// A figure and how it appears.
  record Cast(Figure figure, int count, double scale, @Nullable Lab color) {}

  boolean has(Motif motif) {
    return motifs.contains(motif);
  }

  boolean overcast() {
    if (has(Motif.AURORA) || has(Motif.STAR) || has(Motif.MOON) || has(Motif.RAINBOW)) {
      return false;
    }
    return has(Motif.RAIN) || has(Motif.SNOW) || has(Motif.FOG) || has(Motif.LIGHTNING);
  }
}
