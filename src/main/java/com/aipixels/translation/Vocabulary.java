package com.aipixels.translation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// English words that the grammar must tell from others.
final class Vocabulary {

  static final Set<String> PREPOSITIONS =
      words(
          """
          above, across, against, along, among, around, as, at, before, behind, below, beneath,
          beside, between, beyond, by, during, for, from, in, inside, into, like, near, of, on,
          outside, over, through, to, toward, under, with, without, within
          """);
  static final Set<String> NUMBERS =
      words(
          """
          one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty,
          hundred, thousand, several, many, a few, countless
          """);
  static final Set<String> ADVERBS =
      words(
          """
          very, more, most, always, again, together, alone, not, too, high, quite, still,
          fully, half, side by side, upside down, all over, so, super, face to face,
          hand in hand, one by one, far away
          """);

  static final Set<String> LY_ADJECTIVES =
      words(
          """
          lovely, lively, friendly, ugly, homely, curly, silly, early, ghostly
          """);

  /// Kinds of picture, which are `of` something.
  static final Set<String> PICTURES =
      words(
          """
          painting, picture, photo, photograph, illustration, drawing, scene, landscape,
          scenery, portrait, image, sketch, poster, artwork, wallpaper, moment, print,
          close-up, art, snapshot, cover, sticker, icon, logo, concept art, animation, cartoon,
          comic, watercolor, view
          """);

  /// What one says `with` of: `sky with soft light`.
  static final Set<String> QUALITIES =
      words(
          """
          style, mood, atmosphere, feel, background, light, lighting, hair, tone, tones, vibe,
          colors, palette, texture, eyes, expression, look, touch, aesthetic, theme,
          composition, technique, quality, pattern, face
          """);

  /// What a figure has rather than what it is.
  static final Set<String> TRAITS =
      words(
          """
          hair, eyes, ears, tail, wings, legs, face, nose, mouth, lips, skin, fur, horns, neck,
          smile, expression, color, colors, light, height, mane, feathers, beard, eyelashes,
          cheeks, hand, head, arms, body
          """);

  /// Nouns without a plural of their own.
  static final Set<String> MANY_ALREADY =
      words(
          """
          people, men, women, children, feet, teeth, wolves, leaves, mice, geese, sheep, deer,
          fish, police, koi carp, hanbok, salmon, jellyfish, water, light, snow, fog, mist,
          smoke, steam, sand, love, sunlight, sunshine, moonlight, starlight, food, grass,
          furniture, hair, rain, dust, gold, silver, money, trash, fire, magic, coffee, tea,
          milk, honey, bread, rice, fruit, laughter, wind, ice, ivy, moss, seaweed, lightning,
          thunder, happiness, hope, joy, sadness, shade, lava, bamboo, lavender, candlelight,
          darkness, mystery, meat, air, traffic, neon, jewelry, clothes, glass, kimchi,
          bibimbap, tteokbokki
          """);

  static final List<List<String>> IRREGULAR =
      List.of(
          List.of("woman", "women"),
          List.of("man", "men"),
          List.of("child", "children"),
          List.of("person", "people"),
          List.of("foot", "feet"),
          List.of("wolf", "wolves"),
          List.of("leaf", "leaves"),
          List.of("mouse", "mice"),
          List.of("fairy", "fairies"),
          List.of("goose", "geese"));

  private Vocabulary() {}

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }
}
