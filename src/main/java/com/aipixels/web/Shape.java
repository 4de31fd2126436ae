package com.aipixels.web;

import com.aipixels.look.AspectRatio;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outline of a picture, known before its bytes arrive so that nothing on the page moves.
///
/// @param ratio width to height
public record Shape(double ratio) {

  /// Hundredths of the ratios that the style sheet knows.
  private static final List<Integer> KNOWN = List.of(56, 67, 75, 100, 133, 150, 178);

  private static final int PRECISION = 3600;

  /// A picture of unknown size is shown as a square.
  public static Shape of(@Nullable Integer width, @Nullable Integer height) {
    if (width == null || height == null || width <= 0 || height <= 0) {
      return new Shape(1);
    }
    return new Shape((double) width / height);
  }

  public static Shape of(AspectRatio ratio) {
    return new Shape((double) ratio.width(PRECISION) / ratio.height(PRECISION));
  }

  /// The class in the style sheet that is nearest to it.
  public String cssClass() {
    return "shape-" + KNOWN.stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
  }

  AspectRatio nearest() {
    return Arrays.stream(AspectRatio.values())
        .min(Comparator.comparingDouble(other -> distance((int) (of(other).ratio * 100))))
        .orElseThrow();
  }

  private double distance(int hundredths) {
    return Math.abs(Math.log(ratio * 100 / hundredths));
  }
}
