package com.aipixels.engines;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far an engine is with a picture.
public sealed interface EngineResult {

  /// Not finished; `progress` is 0 to 1 as far as the engine can tell.
  record Working(double progress) implements EngineResult {}

  /// The engine could not be asked right now; nothing is known. Ask again after the wait.
  record Unavailable(Duration retryAfter) implements EngineResult {}

  /// Finished; the bytes are fetched by `picture`.
  ///
  /// @param model what made it, with its version as far as the engine tells it:
  ///   `owner/name:version`
  record Finished(Picture picture, String model) implements EngineResult {}

  /// It will never be finished.
  record Failed(EngineFailure failure) implements EngineResult {}

  /// The bytes of a finished picture, as the engine made them: not yet checked to be a picture.
  interface Picture {

    /// All bytes, at most the engine's limit.
    ///
    /// @throws HostUnavailable when nothing was learnt of the picture
    /// @throws IOException when fetching may succeed another time
    /// @throws UnacceptablePicture when it never will: too large, gone, or from a host that is not
    ///   allowed
    byte[] bytes() throws IOException, UnacceptablePicture;
  }

  /// A result that must not be fetched or cannot be used; the message is for the log.
  final class UnacceptablePicture extends Exception {
    public UnacceptablePicture(String message) {
      super(message);
    }
  }

  /// The picture's host gave no answer, or has none right now: says nothing of the picture, which
  /// is paid for and worth waiting for.
  final class HostUnavailable extends IOException {
    public HostUnavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
