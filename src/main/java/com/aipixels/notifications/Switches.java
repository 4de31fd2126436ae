package com.aipixels.notifications;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a member wants to hear of; in a change, what is absent or null stays.
record Switches(
    @Nullable Boolean like,
    @Nullable Boolean comment,
    @Nullable Boolean reply,
    @Nullable Boolean mention,
    @Nullable Boolean follow,
    @Nullable Boolean remix,
    @Nullable Boolean published,
    @Nullable Boolean generation) {

  static Switches of(Set<Kind> wanted) {
    return new Switches(
        wanted.contains(Kind.LIKE),
        wanted.contains(Kind.COMMENT),
        wanted.contains(Kind.REPLY),
        wanted.contains(Kind.MENTION),
        wanted.contains(Kind.FOLLOW),
        wanted.contains(Kind.REMIX),
        wanted.contains(Kind.PUBLISHED),
        wanted.contains(Kind.GENERATION));
  }

  /// The kinds that are switched this way.
  List<Kind> turned(boolean way) {
    return Arrays.stream(Kind.values())
        .filter(kind -> Boolean.valueOf(way).equals(standing(kind)))
        .toList();
  }

  private @Nullable Boolean standing(Kind kind) {
    return switch (kind) {
      case LIKE -> like;
      case COMMENT -> comment;
      case REPLY -> reply;
      case MENTION -> mention;
      case FOLLOW -> follow;
      case REMIX -> remix;
      case PUBLISHED -> published;
      case GENERATION -> generation;
    };
  }
}
