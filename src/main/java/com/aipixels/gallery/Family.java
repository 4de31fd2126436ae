package com.aipixels.gallery;

import java.util.List;

/// A picture among those it is next to in its tree, as far as the viewer may see them.
///
/// @param line its ancestors, the first of all at the front: at most the nearest eight and the
///   first
/// @param self the picture itself
/// @param siblings the first of those made from the same picture
/// @param children the first of those made from it
public record Family(
    List<Version> line, Version self, List<ImageCard> siblings, List<ImageCard> children) {

  /// The one it was made from comes last in the line, where that may be seen.
  public boolean descends() {
    return !line.isEmpty() || self.gap();
  }
}
