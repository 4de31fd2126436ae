package com.aipixels.collections;

import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A collection as a viewer sees it: pictures they may not see are neither counted nor its cover.
///
/// @param owner null where nothing is known of whose it is
/// @param cover the chosen picture, or else the first; null where there is none to be seen
/// @param link the secret that shows it to whoever has it; its owner alone is told
public record Collection(
    CollectionId id,
    String name,
    @Nullable String description,
    Visibility visibility,
    @JsonIgnore UserId keeper,
    @Nullable PersonCard owner,
    @JsonIgnore @Nullable ImageId coverId,
    @Nullable ImageCard cover,
    int imageCount,
    boolean isOwner,
    @Nullable String link,
    Instant createdAt,
    Instant updatedAt) {

  Collection with(@Nullable PersonCard person, @Nullable ImageCard picture) {
    return new Collection(
        id,
        name,
        description,
        visibility,
        keeper,
        person,
        coverId,
        picture,
        imageCount,
        isOwner,
        link,
        createdAt,
        updatedAt);
  }
}
