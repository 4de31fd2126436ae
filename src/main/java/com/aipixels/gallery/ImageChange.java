package com.aipixels.gallery;

import com.aipixels.look.Category;
import com.aipixels.problems.InputRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What its owner changes of a picture: null leaves a thing as it is, an empty title or description
/// clears it.
public record ImageChange(
    @Nullable String title,
    @Nullable String description,
    @Nullable List<String> tags,
    @Nullable Category category,
    @Nullable Visibility visibility,
    @Nullable Boolean allowDownload,
    @Nullable Boolean allowComments) {

  public ImageChange {
    new InputRules()
        .optional("title", title, 255)
        .optional("description", description, 5000)
        .check();
    tags = tags == null ? null : Tags.of(tags);
  }

  /// Only the visibility.
  public static ImageChange to(Visibility visibility) {
    return new ImageChange(null, null, null, null, visibility, null, null);
  }
}
