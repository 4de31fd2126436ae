package com.aipixels.collections;

import com.aipixels.gallery.Visibility;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What its owner changes of a collection: null leaves a thing as it is, an empty description
/// clears it.
///
/// @param coverImageId a picture in it; 0 leaves the choice to the order of its pictures again
public record CollectionChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable Visibility visibility,
    @Nullable Integer coverImageId) {

  /// Only the cover.
  public static CollectionChange toCover(int image) {
    return new CollectionChange(null, null, null, image);
  }

  /// What the words of a collection become.
  ///
  /// @throws com.aipixels.problems.Problem naming every field that breaks a rule
  NewCollection of(Collection before) {
    return new NewCollection(
        Objects.requireNonNullElse(name, before.name()),
        description == null ? before.description() : description,
        Objects.requireNonNullElse(visibility, before.visibility()));
  }
}
