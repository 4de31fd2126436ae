package com.aipixels.community;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comment at the moment it was written, as it is kept to answer the same request again. Whom it
/// names is not in it: they may leave.
record Posted(
    int id, int imageId, @Nullable Integer parentCommentId, String content, Instant createdAt) {

  Comment by(UserId writer, List<Mention> mentions) {
    return new Comment(
        new CommentId(id),
        new ImageId(imageId),
        CommentRows.parent(parentCommentId),
        writer,
        null,
        content,
        0,
        false,
        0,
        false,
        false,
        true,
        true,
        createdAt,
        createdAt,
        mentions);
  }
}
