package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One picture and the facts of its making.
///
/// @param sources the picture it was made from and, where that is another, the first of the tree
/// @param follows whether the viewer follows its maker
/// @param form what its owner may change, as it is or as it was just sent
public record PictureModel(
    Chrome chrome,
    Image image,
    List<ImageCard> sources,
    boolean follows,
    PictureForm form,
    Mistakes mistakes,
    CommentsModel said)
    implements PageModel {

  @Override
  public String template() {
    return "picture.jte";
  }

  public ImageCard card() {
    return image.card();
  }

  public String title() {
    return chrome.words().title(card().title(), card().style(), card().category());
  }

  /// Whether its maker is somebody whom the viewer could follow.
  public boolean isByAnother() {
    return chrome.account() != null && card().author() != null && !image.isOwner();
  }

  public String nameOf(ImageCard other) {
    return chrome.words().title(other.title(), other.style(), other.category());
  }

  /// Whether there is a tree to walk.
  public boolean hasVersions() {
    Image.Kinship kin = image.versions();
    return kin.parentId() != null || kin.gap() || kin.childCount() > 0;
  }

  /// As many as are counted, and a sign where there may be more.
  public String children() {
    int count = image.versions().childCount();
    return count < Image.Kinship.MOST_COUNTED ? "" + count : count + "+";
  }

  /// Null where only its owner sees it.
  public @Nullable Shared shared() {
    return isPublic()
        ? new Shared("/images/" + card().id(), Shared.brief(description()), card(), null, true)
        : null;
  }

  private String description() {
    String own = image.description();
    return own == null || own.isBlank() ? image.prompt() : own;
  }

  public boolean isPublic() {
    return card().visibility() == Visibility.PUBLIC;
  }

  public boolean isDownloadable() {
    return image.allowDownload() || image.isOwner();
  }
}
