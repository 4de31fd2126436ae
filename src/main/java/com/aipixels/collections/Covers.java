package com.aipixels.collections;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What stands on the outside of collections: a picture, and whose they are.
@Component
class Covers {

  private final Gallery gallery;
  private final People people;

  Covers(Gallery gallery, People people) {
    this.gallery = gallery;
    this.people = people;
  }

  List<Collection> on(List<Collection> collections, Viewer viewer) {
    List<ImageId> wanted =
        collections.stream().map(Collection::coverId).filter(Objects::nonNull).distinct().toList();
    Map<ImageId, ImageCard> pictures =
        gallery.inOrder(viewer, wanted).stream()
            .collect(Collectors.toMap(ImageCard::id, Function.identity()));
    Map<UserId, PersonCard> owners =
        people.cards(collections.stream().map(Collection::keeper).collect(Collectors.toSet()));
    return collections.stream()
        .map(collection ->
            collection.with(
                owners.get(collection.keeper()),
                collection.coverId() == null ? null : pictures.get(collection.coverId())))
        .toList();
  }
}
