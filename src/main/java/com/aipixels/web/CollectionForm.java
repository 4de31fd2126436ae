package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.collections.CollectionChange;
import com.aipixels.collections.NewCollection;
import com.aipixels.gallery.Visibility;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is written about a collection, as it stands in its form.
///
/// @param key sent back as it came, so that the same form twice begins one collection
public record CollectionForm(String name, String description, Visibility visibility, String key) {

  public CollectionForm(
      @Nullable String name,
      @Nullable String description,
      @Nullable Visibility visibility,
      @Nullable String key) {
    this.name = FormText.lines(name).strip();
    this.description = FormText.lines(description).strip();
    this.visibility = Objects.requireNonNullElse(visibility, Visibility.PRIVATE);
    this.key = FormText.lines(key);
  }

  static CollectionForm empty(String key) {
    return new CollectionForm(null, null, null, key);
  }

  static CollectionForm of(Collection collection) {
    return new CollectionForm(
        collection.name(), collection.description(), collection.visibility(), null);
  }

  /// @throws com.aipixels.problems.Problem naming the fields that break a rule
  NewCollection collection() {
    return new NewCollection(name, description, visibility);
  }

  CollectionChange change() {
    return new CollectionChange(name, description, visibility, null);
  }

  @Nullable String keyOrNull() {
    return key.isBlank() || key.length() > 255 ? null : key;
  }
}
