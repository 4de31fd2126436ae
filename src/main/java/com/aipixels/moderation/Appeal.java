package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/// An appeal that waits for an answer, as moderators see it.
///
/// @param decision what it is against; its person is who appeals
public record Appeal(
    long id, @JsonIgnore UserId appellant, String text, Instant createdAt, Act decision) {

  Appeal against(Act named) {
    return new Appeal(id, appellant, text, createdAt, named);
  }
}
