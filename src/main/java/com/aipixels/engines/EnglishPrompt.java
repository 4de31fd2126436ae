package com.aipixels.engines;

import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The look a member chose, in the words that image models were trained on.
final class EnglishPrompt {

  private EnglishPrompt() {}

  /// The English prompt with the chosen category, style and color tone appended.
  static String of(EngineRequest request) {
    return Stream.of(
            request.englishPrompt().strip(),
            category(request.category()),
            style(request.style()),
            colorTone(request.colorTone()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String category(@Nullable Category category) {
    return switch (category) {
      case null -> "";
      case PORTRAIT -> "portrait";
      case LANDSCAPE -> "landscape scenery";
      case CHARACTER -> "character design";
      case ABSTRACT -> "abstract composition";
      case ANIMAL -> "animal";
      case ARCHITECTURE -> "architecture";
      case FOOD -> "food photography";
      case FASHION -> "fashion";
      case OTHER -> "";
    };
  }

  private static String style(@Nullable Style style) {
    return switch (style) {
      case null -> "";
      case REALISTIC -> "realistic, photographic";
      case ARTISTIC -> "artistic, expressive";
      case ANIME -> "anime style";
      case CARTOON -> "cartoon style";
      case DIGITAL_ART -> "digital art";
      case OIL_PAINTING -> "oil painting";
      case WATERCOLOR -> "watercolor painting";
      case THREE_D_RENDER -> "3D render";
    };
  }

  private static String colorTone(@Nullable ColorTone tone) {
    return switch (tone) {
      case null -> "";
      case VIBRANT -> "vibrant colors";
      case PASTEL -> "pastel colors";
      case WARM -> "warm color palette";
      case COOL -> "cool color palette";
      case MONOCHROME -> "monochrome";
      case DARK -> "dark, low-key lighting";
      case BRIGHT -> "bright, high-key lighting";
      case NATURAL -> "natural colors";
    };
  }
}
