package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageChange;
import com.aipixels.look.Category;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an owner may change of a picture, as it stands in its form. A box that is not ticked is not
/// sent.
public record PictureForm(
    String title,
    String description,
    String tags,
    @Nullable Category category,
    boolean allowDownload,
    boolean allowComments) {

  public PictureForm(
      @Nullable String title,
      @Nullable String description,
      @Nullable String tags,
      @Nullable Category category,
      boolean allowDownload,
      boolean allowComments) {
    this.title = FormText.lines(title).strip();
    this.description = FormText.lines(description).strip();
    this.tags = FormText.lines(tags);
    this.category = category;
    this.allowDownload = allowDownload;
    this.allowComments = allowComments;
  }

  static PictureForm of(Image image) {
    return new PictureForm(
        Objects.requireNonNullElse(image.card().title(), ""),
        Objects.requireNonNullElse(image.description(), ""),
        String.join(", ", image.card().tags()),
        image.card().category(),
        image.allowDownload(),
        image.allowComments());
  }

  /// @throws com.aipixels.problems.Problem naming the fields that break a rule
  ImageChange change() {
    return new ImageChange(
        title, description, FormText.tags(tags), category, null, allowDownload, allowComments);
  }
}
