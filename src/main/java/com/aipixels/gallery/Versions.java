package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pictures made from pictures. What a viewer may not see of a tree is not in it; where that once
/// was public, an empty place is left.
@Component
public class Versions {

  private static final int NEAR = 12;

  private final ImageTable images;
  private final VersionQueries versions;
  private final CardQueries cards;
  private final Authors authors;

  Versions(ImageTable images, VersionQueries versions, CardQueries cards, Authors authors) {
    this.images = images;
    this.versions = versions;
    this.cards = cards;
    this.authors = authors;
  }

  /// The whole tree that a picture stands in.
  ///
  /// @throws Problem `not_found`
  public VersionTree tree(Viewer viewer, ImageId id, PageRequest page) {
    seen(viewer, id);
    return VersionTree.of(versions.tree(id, viewer, page).map(this::withAuthors));
  }

  /// A picture's nearest in its tree.
  ///
  /// @throws Problem `not_found`
  public Family family(Viewer viewer, ImageId id) {
    seen(viewer, id);
    List<Version> line = withAuthors(versions.line(id, viewer));
    if (line.isEmpty()) {
      throw Problem.notFound();
    }
    Version self = line.getLast();
    List<ImageCard> siblings =
        self.parentId() == null
            ? List.of()
            : versions.children(new ImageId(self.parentId()), viewer, NEAR + 1).stream()
                .filter(card -> !card.id().equals(id))
                .limit(NEAR)
                .toList();
    return new Family(
        line.subList(0, line.size() - 1),
        self,
        authors.of(siblings),
        authors.of(versions.children(id, viewer, NEAR)));
  }

  /// Whom a picture owes its being to: the one it was made from, and the first of its tree where
  /// that is another; each only where the viewer may see it.
  public List<ImageCard> sources(Viewer viewer, Image image) {
    Image.Kinship kin = image.versions();
    if (kin.parentId() == null) {
      return List.of();
    }
    List<ImageId> ids =
        IntStream.of(kin.parentId(), kin.rootId()).distinct().mapToObj(ImageId::new).toList();
    List<ImageCard> shown = authors.of(cards.of(viewer, ids));
    return ids.stream().flatMap(id -> shown.stream().filter(card -> card.id().equals(id))).toList();
  }

  /// What the file of a picture made from this one has to name.
  public Origins origins(@Nullable ImageId source, UserId maker) {
    return source == null ? Origins.none() : versions.origins(source, maker);
  }

  private void seen(Viewer viewer, ImageId id) {
    if (images.owner(viewer, id).isEmpty()) {
      throw Problem.notFound();
    }
  }

  private List<Version> withAuthors(List<Version> shown) {
    List<ImageCard> byName = authors.of(shown.stream().map(Version::card).toList());
    List<Version> named = new ArrayList<>();
    for (int i = 0; i < byName.size(); i++) {
      named.add(shown.get(i).by(byName.get(i)));
    }
    return named;
  }
}
