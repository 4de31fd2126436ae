package com.aipixels.notifications;

import org.jspecify.annotations.Nullable;

/// Where something may be news for somebody, as a trigger noted it.
///
/// @param topic one of [Topic], or the kind of what a member is told directly
/// @param notedAt as the database writes it
/// @param afterFollow the last follow that a new picture was told to
/// @param reader who is told directly
record Cause(
    String topic,
    String subject,
    String actor,
    String notedAt,
    int afterFollow,
    @Nullable String reader,
    @Nullable String detail) {

  Topic kindOfTopic() {
    return reader == null ? Topic.named(topic) : Topic.TOLD;
  }
}
