package com.aipixels.painter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The named paints of `figures.txt`; some differ from one figure to the next, as chance has it.
final class Paints {

  private static final Map<String, Lab> FIXED =
      Map.ofEntries(
          Map.entry("white", Lab.of(0.96, 0.01, 90)),
          Map.entry("cream", Lab.of(0.92, 0.045, 85)),
          Map.entry("black", Lab.of(0.24, 0.02, 280)),
          Map.entry("grey", Lab.of(0.65, 0.015, 260)),
          Map.entry("stone", Lab.of(0.72, 0.025, 80)),
          Map.entry("metal", Lab.of(0.76, 0.02, 240)),
          Map.entry("red", Lab.of(0.6, 0.205, 27)),
          Map.entry("orange", Lab.of(0.71, 0.165, 55)),
          Map.entry("gold", Lab.of(0.8, 0.14, 85)),
          Map.entry("yellow", Lab.of(0.88, 0.165, 98)),
          Map.entry("green", Lab.of(0.62, 0.15, 148)),
          Map.entry("teal", Lab.of(0.62, 0.1, 200)),
          Map.entry("blue", Lab.of(0.56, 0.15, 255)),
          Map.entry("navy", Lab.of(0.36, 0.1, 268)),
          Map.entry("purple", Lab.of(0.56, 0.16, 305)),
          Map.entry("pink", Lab.of(0.82, 0.11, 0)),
          Map.entry("rose", Lab.of(0.66, 0.19, 8)),
          Map.entry("brown", Lab.of(0.47, 0.075, 55)),
          Map.entry("wood", Lab.of(0.54, 0.085, 62)),
          Map.entry("tan", Lab.of(0.76, 0.075, 70)),
          Map.entry("glass", Lab.of(0.84, 0.05, 225)),
          Map.entry("eye", Lab.of(0.2, 0.03, 280)),
          Map.entry("blush", Lab.of(0.76, 0.12, 20)));

  private final Scene scene;
  private final Chance chance;
  private final @Nullable Lab wanted;
  private final Map<String, Lab> chosen = new HashMap<>();

  /// @param wanted the colour that was asked for, for the parts that take it
  Paints(Scene scene, Chance chance, @Nullable Lab wanted) {
    this.scene = scene;
    this.chance = chance;
    this.wanted = wanted;
  }

  Material of(Figure.Part part) {
    Lab color = wanted != null && part.has('#') ? wanted : named(part.paint());
    color = color.lighter(0.07 * (part.count('+') - part.count('-')));
    if (part.has('*')) {
      return Material.shining(color, 1.1);
    }
    Material material = part.has('_') ? Material.flat(color) : Material.matte(color);
    if (part.has('~')) {
      material = material.rough(0.006).textured(0.8);
    }
    if (part.has('^')) {
      material = material.glossy(0.8).textured(0);
    }
    return part.has('!') ? material.unlined() : material;
  }

  private Lab named(String paint) {
    Lab fixed = FIXED.get(paint);
    return fixed != null ? fixed : chosen.computeIfAbsent(paint, this::choose);
  }

  private Lab choose(String paint) {
    Chance own = chance.stream(paint);
    return switch (paint) {
      case "leaf" -> leaf(own);
      case "skin" -> Lab.of(own.between(0.74, 0.88), own.between(0.045, 0.07), own.between(52, 66));
      case "hair" ->
          own.odds(0.7)
              ? Lab.of(own.between(0.22, 0.36), 0.03, own.between(30, 70))
              : Lab.of(own.between(0.5, 0.75), 0.1, own.between(45, 80));
      case "fur" -> Lab.of(own.between(0.55, 0.85), own.between(0.04, 0.11), own.between(55, 75));
      case "petal" ->
          Lab.of(own.between(0.68, 0.82), own.between(0.12, 0.18), own.between(-40, 95));
      case "second" ->
          Lab.of(own.between(0.72, 0.9), own.between(0.04, 0.12), own.between(20, 300));
      default -> Lab.of(own.between(0.55, 0.72), own.between(0.12, 0.18), own.between(0, 360));
    };
  }

  private Lab leaf(Chance own) {
    if (scene.has(Motif.AUTUMN)) {
      return Lab.of(own.between(0.58, 0.72), 0.155, own.between(32, 85));
    }
    if (scene.has(Motif.SNOW)
        || scene.has(Motif.WINTER)
        || scene.place() == Scene.Place.SNOWFIELD) {
      return Lab.of(own.between(0.62, 0.78), 0.035, own.between(160, 220));
    }
    double fresh = scene.has(Motif.SPRING) ? 0.1 : 0;
    return Lab.of(own.between(0.52, 0.6) + fresh, own.between(0.1, 0.135), own.between(126, 146));
  }
}
