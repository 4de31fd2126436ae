package com.aipixels.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything of a member in one zip.
///
/// @param bytes how large the zip is; null while it is being made, as are the two that follow
/// @param expiresAt until when it can be downloaded
public record Export(
    UUID id,
    Instant createdAt,
    @Nullable Long bytes,
    @Nullable Instant readyAt,
    @Nullable Instant expiresAt) {

  @JsonProperty
  public ExportStatus status() {
    return readyAt == null ? ExportStatus.RUNNING : ExportStatus.READY;
  }
}
