package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member's request for a picture and how far it is.
///
/// @param siblings the others that were asked for together with it
/// @param version counts the changes a member can see; numbers the events of its stream
public record Generation(
    GenerationId id,
    UserId owner,
    int version,
    State state,
    GenerationRequest request,
    @Nullable String translatedPrompt,
    String engine,
    List<GenerationId> siblings,
    Instant createdAt) {

  /// The states a request goes through, each with what is known in it.
  public sealed interface State {

    /// The word for it in JSON and in the database.
    String status();

    /// 0 to 1.
    default double progress() {
      return 0;
    }

    /// Whether nothing will change any more.
    default boolean isTerminal() {
      return !(this instanceof Queued || this instanceof Running);
    }
  }

  /// Waiting; `position` 1 is next in line.
  public record Queued(int position) implements State {
    @Override
    public String status() {
      return "queued";
    }
  }

  /// Being made.
  public record Running(double progress) implements State {
    @Override
    public String status() {
      return "running";
    }
  }

  /// Done; the picture may have been deleted since.
  public record Succeeded(@Nullable ImageId imageId, Instant finishedAt) implements State {
    @Override
    public String status() {
      return "succeeded";
    }

    @Override
    public double progress() {
      return 1;
    }
  }

  /// Ended without a picture, the credit given back. `code` is stable, `message` is for the member.
  public record Failed(String code, String message, Instant finishedAt) implements State {
    @Override
    public String status() {
      return "failed";
    }
  }

  /// Ended by its member, the credit given back.
  public record Cancelled(Instant finishedAt) implements State {
    @Override
    public String status() {
      return "cancelled";
    }
  }
}
