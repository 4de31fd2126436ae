package com.aipixels.engines;

import java.util.Locale;

/// Why an engine does not make a picture.
///
/// @param detail for the operator's log; members are told the reason's own words
public record EngineFailure(Reason reason, String detail) {

  /// The reasons a member is told of; each is a stable error code.
  public enum Reason {
    /// The safety filter stopped it.
    BLOCKED,
    /// The engine does not accept this input.
    INVALID_INPUT,
    /// The service's account with the engine is not in order: key, quota, model.
    ENGINE_NOT_AVAILABLE,
    /// The engine tried and failed.
    ENGINE_FAILED,
    /// Stopped at the engine's side.
    CANCELLED_BY_ENGINE;

    /// As it stands in a generation's `error.code`: `engine_failed`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
