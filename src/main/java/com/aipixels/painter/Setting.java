package com.aipixels.painter;

import com.aipixels.look.Category;
import com.aipixels.painter.Figure.Habitat;
import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Scene.Place;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the ground a picture stands on: the one that was named, or where its cast belongs.
final class Setting {

  /// Of several grounds that are named the first counts.
  private static final Map<Motif, Place> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put(Motif.ABSTRACT, Place.ABSTRACT);
    PLACES.put(Motif.UNDERWATER, Place.UNDERWATER);
    PLACES.put(Motif.SPACE, Place.SPACE);
    PLACES.put(Motif.ROOM, Place.ROOM);
    PLACES.put(Motif.CAFE, Place.ROOM);
    PLACES.put(Motif.BEACH, Place.SEA);
    PLACES.put(Motif.SEA, Place.SEA);
    PLACES.put(Motif.LAKE, Place.LAKE);
    PLACES.put(Motif.WATERFALL, Place.LAKE);
    PLACES.put(Motif.STREET, Place.CITY);
    PLACES.put(Motif.CITY, Place.CITY);
    PLACES.put(Motif.SNOWFIELD, Place.SNOWFIELD);
    PLACES.put(Motif.DESERT, Place.DESERT);
    PLACES.put(Motif.VOLCANO, Place.FIELD);
    PLACES.put(Motif.FOREST, Place.FOREST);
    PLACES.put(Motif.BAMBOO, Place.FOREST);
    PLACES.put(Motif.VILLAGE, Place.FIELD);
    PLACES.put(Motif.GARDEN, Place.FIELD);
    PLACES.put(Motif.FIELD, Place.FIELD);
    PLACES.put(Motif.MOUNTAIN, Place.FIELD);
  }

  private static final Set<Motif> LANDSCAPES = EnumSet.range(Motif.DAWN, Motif.CHERRY);

  private Setting() {}

  /// Whether a ground was named at all.
  static boolean named(Set<Motif> motifs) {
    return motifs.stream().anyMatch(PLACES::containsKey);
  }

  static Place of(Set<Motif> motifs, List<Cast> casts, @Nullable Category category) {
    if (category == Category.ABSTRACT) {
      return Place.ABSTRACT;
    }
    for (Map.Entry<Motif, Place> entry : PLACES.entrySet()) {
      if (motifs.contains(entry.getKey())) {
        return entry.getValue();
      }
    }
    if (casts.stream().anyMatch(cast -> cast.figure().habitat() == Habitat.WATER)) {
      return casts.size() == 1 ? Place.SEA : Place.LAKE;
    }
    if (!casts.isEmpty()) {
      return home(casts.getFirst(), motifs, category);
    }
    if (motifs.contains(Motif.HEAVEN) || motifs.contains(Motif.CLOUD)) {
      return Place.HEAVEN;
    }
    if (motifs.contains(Motif.GALAXY)) {
      return Place.SPACE;
    }
    return motifs.stream().anyMatch(LANDSCAPES::contains) ? Place.FIELD : Place.ABSTRACT;
  }

  private static Place home(Cast first, Set<Motif> motifs, @Nullable Category category) {
    boolean outside = motifs.stream().anyMatch(LANDSCAPES::contains);
    return switch (first.figure().habitat()) {
      case WATER -> Place.SEA;
      case DEEP -> Place.UNDERWATER;
      case TABLE -> outside && category != Category.FOOD ? Place.FIELD : Place.TABLE;
      case INDOORS -> Place.ROOM;
      case SKY -> Place.HEAVEN;
      case PERSON ->
          !outside && (category == Category.PORTRAIT || category == Category.FASHION)
              ? Place.STUDIO
              : Place.FIELD;
      case GROUND, PLANT, TREE, BUILDING ->
          motifs.contains(Motif.SNOW) || motifs.contains(Motif.WINTER)
              ? Place.SNOWFIELD
              : Place.FIELD;
    };
  }
}
