package com.aipixels.painter;

import com.aipixels.look.Category;
import com.aipixels.painter.Figure.Habitat;
import com.aipixels.painter.Scene.Cast;
import com.aipixels.painter.Scene.Place;
import com.aipixels.painter.Words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a scene out of what was said, and fills in what was not.
final class Composer {

  private static final int CROWD = 9;

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
    Place place = Setting.of(motifs, casts, category);
    boolean closeUp = category == Category.PORTRAIT && !casts.isEmpty() && living(casts.getFirst());
    if (closeUp && !place.open()) {
      place = Place.STUDIO;
    }
    return new Scene(place, Hour.of(motifs, place, chance.stream("hour")), motifs, casts, closeUp);
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
    } else if (category == Category.LANDSCAPE && !Setting.named(motifs)) {
      motifs.add(chance.pick(List.of(Motif.MOUNTAIN, Motif.LAKE, Motif.SEA, Motif.FOREST)));
    }
  }
}
