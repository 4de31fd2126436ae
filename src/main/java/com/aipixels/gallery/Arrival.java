package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A picture that a member brings from an AIPixels.
///
/// @param origin from which
/// @param here whether that is this one
/// @param publish whether what was public there is to be public here
public record Arrival(
    UserId owner, UUID origin, boolean here, PortableImage line, boolean publish) {

  Visibility visibility() {
    return publish ? line.visibility() : Visibility.PRIVATE;
  }

  /// When it was published first. One that arrives private was never public here: it is new when it
  /// is published, and leaves no gap among its versions until then.
  @Nullable Instant publishedAt() {
    return visibility() == Visibility.PUBLIC ? line.publishedAt() : null;
  }

  /// What its files are stored for; every picture has files of its own.
  String stem() {
    return "import " + owner + " " + origin + " " + line.id();
  }
}
