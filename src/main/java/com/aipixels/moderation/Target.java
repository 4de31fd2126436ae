package com.aipixels.moderation;

import com.aipixels.community.CommentId;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import com.aipixels.problems.Problem;
import org.jspecify.annotations.Nullable;

/// The one thing that a case is about.
///
/// @param id the number of a picture or comment, or the id of a member
public record Target(TargetType type, String id) {

  /// @throws Problem `not_found` for what cannot be the id of anything
  public Target {
    try {
      id =
          switch (type) {
            case IMAGE -> ImageId.valueOf(id).toString();
            case COMMENT -> CommentId.valueOf(id).toString();
            case USER -> new UserId(id).value();
          };
    } catch (IllegalArgumentException _) {
      throw Problem.notFound();
    }
  }

  @Nullable Integer image() {
    return type == TargetType.IMAGE ? Integer.valueOf(id) : null;
  }

  @Nullable Integer comment() {
    return type == TargetType.COMMENT ? Integer.valueOf(id) : null;
  }
}
