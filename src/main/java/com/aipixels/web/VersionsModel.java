package com.aipixels.web;

import com.aipixels.gallery.Family;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Version;
import com.aipixels.gallery.VersionTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture among those it descends from and those that descend from it.
public record VersionsModel(Chrome chrome, Family family, VersionTree tree) implements PageModel {

  /// How many pictures of the tree a page has.
  static final int PICTURES = 24;

  @Override
  public String template() {
    return "versions.jte";
  }

  public ImageCard self() {
    return family.self().card();
  }

  public String nameOf(ImageCard card) {
    return chrome.words().title(card.title(), card.style(), card.category());
  }

  /// From the first picture to this one.
  public List<VersionStep> steps() {
    List<VersionStep> steps = new ArrayList<>();
    Integer before = null;
    for (Version version : versionsInLine()) {
      boolean skips = before != null && !before.equals(version.parentId());
      steps.add(new VersionStep(version, skips));
      before = version.card().id().value();
    }
    return steps;
  }

  private List<Version> versionsInLine() {
    List<Version> line = new ArrayList<>(family.line());
    line.add(family.self());
    return line;
  }

  /// Whether the picture stands alone.
  public boolean isAlone() {
    return !family.descends() && tree.nodes().size() <= 1 && tree.nextCursor() == null;
  }

  public @Nullable String next() {
    return tree.nextCursor() == null
        ? null
        : new Link("/images/" + self().id() + "/versions")
            .and("cursor", tree.nextCursor())
            .toString();
  }
}
