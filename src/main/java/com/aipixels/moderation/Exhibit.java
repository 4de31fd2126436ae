package com.aipixels.moderation;

import com.aipixels.gallery.HoldCause;
import com.aipixels.gallery.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reported picture or comment as it is now, whoever else may see it.
///
/// @param text what was asked for, or what was said
/// @param imageId the picture, or the one that the comment stands under
/// @param visibility what its owner wants, while it is held back too
/// @param fileUrl null for comments, and for pictures that lie with somebody else
public record Exhibit(
    @Nullable String title,
    String text,
    int imageId,
    @Nullable Visibility visibility,
    List<HoldCause> heldFor,
    @Nullable String fileUrl) {}
