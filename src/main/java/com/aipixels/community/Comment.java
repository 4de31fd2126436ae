package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comment as a viewer sees it; members kept apart from the viewer are not counted. A deleted one
/// that was answered says nothing and has no author.
///
/// @param isHeld whether it is held back; then its words and its author are shown to its writer
///   alone
/// @param mentions whom it names, of those whom the viewer may see
/// @param parentCommentId the first comment of the thread; null where this is it
public record Comment(
    CommentId id,
    ImageId imageId,
    @Nullable CommentId parentCommentId,
    @JsonIgnore @Nullable UserId writer,
    @Nullable PersonCard author,
    String content,
    int likeCount,
    boolean isLiked,
    int replyCount,
    boolean isDeleted,
    boolean isHeld,
    boolean canEdit,
    boolean canDelete,
    Instant createdAt,
    Instant updatedAt,
    List<Mention> mentions) {

  Comment by(@Nullable PersonCard person) {
    return new Comment(
        id,
        imageId,
        parentCommentId,
        writer,
        person,
        content,
        likeCount,
        isLiked,
        replyCount,
        isDeleted,
        isHeld,
        canEdit,
        canDelete,
        createdAt,
        updatedAt,
        mentions);
  }
}
