package com.aipixels.notifications;

import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A notification whose people and picture are yet to be looked up.
record Line(Notification bare, List<UserId> actors, @Nullable ImageId image) {

  Notification with(Map<UserId, PersonCard> people, Map<ImageId, ImageCard> pictures) {
    return new Notification(
        bare.id(),
        bare.position(),
        bare.kind(),
        actors.stream().map(actor -> Objects.requireNonNull(people.get(actor))).toList(),
        bare.actorCount(),
        image == null ? null : pictures.get(image),
        bare.comment(),
        bare.generation(),
        bare.subject(),
        bare.detail(),
        bare.createdAt(),
        bare.read());
  }
}
