package com.aipixels.painter;

import com.aipixels.look.Style;
import org.jspecify.annotations.Nullable;

/// A way of painting: how shapes are put down, and what is done to the whole at the end.
sealed interface Hand
    permits Realistic, Artistic, Anime, Cartoon, Digital, Oil, Watercolor, Render {

  Touch touch();

  /// Finishes a picture whose shapes are all laid.
  void finish(Stage stage);

  static Hand of(@Nullable Style style) {
    return switch (style) {
      case null -> new Digital(true);
      case REALISTIC -> new Realistic();
      case ARTISTIC -> new Artistic();
      case ANIME -> new Anime();
      case CARTOON -> new Cartoon();
      case DIGITAL_ART -> new Digital(false);
      case OIL_PAINTING -> new Oil();
      case WATERCOLOR -> new Watercolor();
      case THREE_D_RENDER -> new Render();
    };
  }
}
