package com.aipixels.gallery;

import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture as lists show it. `author` is null where the maker is not known; taken-over pictures
/// may lack sizes.
///
/// @param thumbHash its rough colours, to be shown while it loads: a ThumbHash in base64
public record ImageCard(
    ImageId id,
    @JsonIgnore UserId owner,
    @Nullable String title,
    @Nullable PersonCard author,
    String fileUrl,
    String thumbnailUrl,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String thumbHash,
    @Nullable Category category,
    @Nullable Style style,
    @Nullable ColorTone colorTone,
    List<String> tags,
    Visibility visibility,
    int viewCount,
    int likeCount,
    int commentCount,
    int downloadCount,
    boolean isLiked,
    boolean aiGenerated,
    Instant createdAt,
    @Nullable Instant publishedAt) {

  ImageCard by(@Nullable PersonCard person) {
    return new ImageCard(
        id,
        owner,
        title,
        person,
        fileUrl,
        thumbnailUrl,
        width,
        height,
        thumbHash,
        category,
        style,
        colorTone,
        tags,
        visibility,
        viewCount,
        likeCount,
        commentCount,
        downloadCount,
        isLiked,
        aiGenerated,
        createdAt,
        publishedAt);
  }
}
