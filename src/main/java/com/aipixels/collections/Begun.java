package com.aipixels.collections;

import com.aipixels.gallery.Visibility;
import com.aipixels.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A collection in the moment it was begun, as it is kept for whoever asks with the same key again.
record Begun(
    int id, String name, @Nullable String description, Visibility visibility, Instant createdAt) {

  Collection by(UserId owner) {
    return new Collection(
        new CollectionId(id),
        name,
        description,
        visibility,
        owner,
        null,
        null,
        null,
        0,
        true,
        null,
        createdAt,
        createdAt);
  }
}
