package com.aipixels.collections;

import com.aipixels.gallery.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A collection as a program asks to begin it.
record Begin(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
    @Nullable String description,
    @Nullable Visibility visibility) {

  NewCollection collection() {
    return new NewCollection(
        Objects.requireNonNullElse(name, ""),
        description,
        Objects.requireNonNullElse(visibility, Visibility.PRIVATE));
  }
}
