package com.aipixels.provenance;

import com.aipixels.gallery.ImageCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a file was made here, as far as whoever asks may know: of a picture they cannot see it
/// says what it says of a stranger's.
///
/// @param distance in how many of 256 bits the looks differ; null unless it is similar
/// @param image the picture that the file is of
/// @param madeAt when that was made
/// @param engine what made it, where that is known
/// @param source the picture that it was made from, where there is one to be seen
public record Verdict(
    Match match,
    @Nullable Integer distance,
    @Nullable ImageCard image,
    @Nullable Instant madeAt,
    @Nullable String engine,
    @Nullable ImageCard source) {

  static Verdict none() {
    return new Verdict(Match.NONE, null, null, null, null, null);
  }
}
