package com.aipixels.gallery;

import com.aipixels.look.Term;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.util.NameTransformer;

/// A card as JSON, with the record's own properties. Lists of cards are most of what the service
/// says, and Jackson takes twice as long to find out what stands here.
@JacksonComponent
class CardJson extends ValueSerializer<ImageCard> {

  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString TITLE = new SerializedString("title");
  private static final SerializedString AUTHOR = new SerializedString("author");
  private static final SerializedString FILE_URL = new SerializedString("fileUrl");
  private static final SerializedString THUMBNAIL_URL = new SerializedString("thumbnailUrl");
  private static final SerializedString WIDTH = new SerializedString("width");
  private static final SerializedString HEIGHT = new SerializedString("height");
  private static final SerializedString THUMB_HASH = new SerializedString("thumbHash");
  private static final SerializedString CATEGORY = new SerializedString("category");
  private static final SerializedString STYLE = new SerializedString("style");
  private static final SerializedString COLOR_TONE = new SerializedString("colorTone");
  private static final SerializedString TAGS = new SerializedString("tags");
  private static final SerializedString VISIBILITY = new SerializedString("visibility");
  private static final SerializedString VIEW_COUNT = new SerializedString("viewCount");
  private static final SerializedString LIKE_COUNT = new SerializedString("likeCount");
  private static final SerializedString COMMENT_COUNT = new SerializedString("commentCount");
  private static final SerializedString DOWNLOAD_COUNT = new SerializedString("downloadCount");
  private static final SerializedString IS_LIKED = new SerializedString("isLiked");
  private static final SerializedString AI_GENERATED = new SerializedString("aiGenerated");
  private static final SerializedString CREATED_AT = new SerializedString("createdAt");
  private static final SerializedString PUBLISHED_AT = new SerializedString("publishedAt");

  private final boolean isPart;

  CardJson() {
    this(false);
  }

  private CardJson(boolean isPart) {
    this.isPart = isPart;
  }

  @Override
  public void serialize(ImageCard card, JsonGenerator json, SerializationContext context) {
    if (isPart) {
      write(card, json);
    } else {
      json.writeStartObject(card);
      write(card, json);
      json.writeEndObject();
    }
  }

  /// Among the properties of what the card is part of.
  @Override
  public ValueSerializer<ImageCard> unwrappingSerializer(NameTransformer unwrapper) {
    return new CardJson(true);
  }

  @Override
  public boolean isUnwrappingSerializer() {
    return isPart;
  }

  private static void write(ImageCard card, JsonGenerator json) {
    json.writeName(ID).writeNumber(card.id().value());
    json.writeName(TITLE).writeString(card.title());
    json.writeName(AUTHOR).writePOJO(card.author());
    json.writeName(FILE_URL).writeString(card.fileUrl());
    json.writeName(THUMBNAIL_URL).writeString(card.thumbnailUrl());
    number(json.writeName(WIDTH), card.width());
    number(json.writeName(HEIGHT), card.height());
    json.writeName(THUMB_HASH).writeString(card.thumbHash());
    term(json.writeName(CATEGORY), card.category());
    term(json.writeName(STYLE), card.style());
    term(json.writeName(COLOR_TONE), card.colorTone());
    json.writeName(TAGS).writeStartArray();
    card.tags().forEach(json::writeString);
    json.writeEndArray();
    term(json.writeName(VISIBILITY), card.visibility());
    json.writeName(VIEW_COUNT).writeNumber(card.viewCount());
    json.writeName(LIKE_COUNT).writeNumber(card.likeCount());
    json.writeName(COMMENT_COUNT).writeNumber(card.commentCount());
    json.writeName(DOWNLOAD_COUNT).writeNumber(card.downloadCount());
    json.writeName(IS_LIKED).writeBoolean(card.isLiked());
    json.writeName(AI_GENERATED).writeBoolean(card.aiGenerated());
    time(json.writeName(CREATED_AT), card.createdAt());
    time(json.writeName(PUBLISHED_AT), card.publishedAt());
  }

  private static void number(JsonGenerator json, @Nullable Integer number) {
    if (number == null) {
      json.writeNull();
    } else {
      json.writeNumber(number.intValue());
    }
  }

  private static void term(JsonGenerator json, @Nullable Term term) {
    json.writeString(term == null ? null : term.value());
  }

  private static void time(JsonGenerator json, @Nullable Instant time) {
    json.writeString(time == null ? null : time.toString());
  }
}
