package com.aipixels.painter;

import com.aipixels.look.Category;
import com.aipixels.painter.Figure.Habitat;
import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Scene.Place;
import com.aipixels.painter.Words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a scene out of what was said, and fills in what was not.
final class Composer {

  private static final int CROWD = 9;

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

  private final Figures figures;
  private final Words words;

  Composer() {
    this.figures = new Figures();
    this.words = new Words(figures);
  }

  Figures figures() {
    return figures;
  }

  Scene compose(
      List<String> texts, @Nullable String unwanted, @Nullable Category category, Chance chance) {
    SequencedMap<String, Said> said = words.read(texts);
    if (unwanted != null) {
      words.read(List.of(unwanted)).keySet().forEach(said::remove);
    }
    Set<Motif> motifs = EnumSet.noneOf(Motif.class);
    List<Cast> casts = new ArrayList<>();
    for (Said one : said.values()) {
      if (Character.isUpperCase(one.name().charAt(0))) {
        motifs.add(Motif.valueOf(one.name()));
      } else {
        casts.add(cast(one));
      }
    }
    if (casts.isEmpty()) {
      invent(motifs, casts, category, chance.stream("invent"));
    }
    dress(casts);
    trim(casts);
    casts.sort(Comparator.comparing(cast -> category == Category.PORTRAIT && !living(cast)));
    Place place = place(motifs, casts, category);
    boolean closeUp = category == Category.PORTRAIT && !casts.isEmpty() && living(casts.getFirst());
    if (closeUp && !place.open()) {
      place = Place.STUDIO;
    }
    return new Scene(place, hour(motifs, place, chance.stream("hour")), motifs, casts, closeUp);
  }

  private Cast cast(Said said) {
    return new Cast(figures.get(said.name()), said.count(), said.scale(), said.color());
  }

  private static boolean living(Cast cast) {
    return cast.figure().habitat() == Habitat.PERSON || cast.figure().habitat() == Habitat.GROUND;
  }

  /// Clothes are worn where there is somebody to wear them.
  private static void dress(List<Cast> casts) {
    Optional<Cast> clothes =
        casts.stream().filter(cast -> cast.figure().name().equals("dress")).findFirst();
    for (int i = 0; clothes.isPresent() && i < casts.size(); i++) {
      Cast cast = casts.get(i);
      if (cast.figure().habitat() == Habitat.PERSON) {
        Lab color = cast.color() != null ? cast.color() : clothes.get().color();
        casts.set(i, new Cast(cast.figure(), cast.count(), cast.scale(), color));
        casts.remove(clothes.get());
        return;
      }
    }
  }

  /// Too many figures make no picture: later ones stay away.
  private static void trim(List<Cast> casts) {
    int total = 0;
    for (int i = 0; i < casts.size(); i++) {
      total += casts.get(i).count();
      if (i >= 6 || total > CROWD * 2) {
        casts.subList(i, casts.size()).clear();
      }
    }
  }

  private void invent(
      Set<Motif> motifs, List<Cast> casts, @Nullable Category category, Chance chance) {
    boolean anywhere = motifs.stream().noneMatch(PLACES::containsKey);
    String name =
        switch (category) {
          case PORTRAIT, CHARACTER -> chance.pick(List.of("girl", "boy", "woman", "man"));
          case ANIMAL -> chance.pick(List.of("cat", "dog", "fox", "rabbit", "deer"));
          case FOOD -> chance.pick(List.of("cake", "coffee", "fruit", "ramen"));
          case FASHION -> chance.pick(List.of("dress", "hanbok"));
          case ARCHITECTURE ->
              motifs.contains(Motif.CITY) || motifs.contains(Motif.ROOM)
                  ? ""
                  : chance.pick(List.of("castle", "hanok", "palace", "church"));
          case null, default -> "";
        };
    if (!name.isEmpty()) {
      casts.add(new Cast(figures.get(name), 1, 1, null));
    } else if (category == Category.LANDSCAPE && anywhere) {
      motifs.add(chance.pick(List.of(Motif.MOUNTAIN, Motif.LAKE, Motif.SEA, Motif.FOREST)));
    }
  }

  private static Place place(Set<Motif> motifs, List<Cast> casts, @Nullable Category category) {
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

  private static Hour hour(Set<Motif> motifs, Place place, Chance chance) {
    if (motifs.contains(Motif.SUNSET)) {
      return Hour.SUNSET;
    }
    boolean dark =
        motifs.contains(Motif.STAR)
            || motifs.contains(Motif.MOON)
            || motifs.contains(Motif.AURORA)
            || motifs.contains(Motif.GALAXY)
            || motifs.contains(Motif.FIREWORKS)
            || place == Place.SPACE;
    if (motifs.contains(Motif.NIGHT) || dark) {
      return Hour.NIGHT;
    }
    if (motifs.contains(Motif.DAWN)) {
      return Hour.DAWN;
    }
    if (motifs.contains(Motif.DAY) || place == Place.UNDERWATER || motifs.contains(Motif.RAINBOW)) {
      return Hour.DAY;
    }
    return chance.odds(0.72) ? Hour.DAY : chance.odds(0.5) ? Hour.SUNSET : Hour.DAWN;
  }
}
