package com.aipixels.gallery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// One picture of a tree, hung where this viewer sees it.
///
/// @param parentId its nearest ancestor that the viewer may see, of the nearest eight and the
///   tree's first; null where it may see none
/// @param descent how it came from that one
/// @param gap whether something that once was public, and now is not to be seen, stands between the
///   two or, without a parent, before it; what it was is not told
public record Version(
    @JsonUnwrapped ImageCard card,
    @Nullable Integer parentId,
    @Nullable Descent descent,
    boolean gap) {

  Version by(ImageCard shown) {
    return new Version(shown, parentId, descent, gap);
  }
}
