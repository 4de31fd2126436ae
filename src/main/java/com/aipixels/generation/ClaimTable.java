package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a worker writes of the generation it holds. Every write is refused with [LostClaim] once
/// somebody else holds it or it has ended.
@Component
class ClaimTable {

  private final JdbcClient jdbc;

  ClaimTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void translated(Claim claim, String prompt) {
    write(claim, "translated_prompt = :prompt", jdbc -> jdbc.param("prompt", prompt));
  }

  /// To be written before the engine is asked: from now on it may have been.
  void submitting(Claim claim) {
    write(claim, "submitted_at = clock_timestamp()", jdbc -> jdbc);
  }

  /// The engine said that it started nothing.
  void notSubmitted(Claim claim) {
    write(claim, "submitted_at = NULL", jdbc -> jdbc);
  }

  void submitted(Claim claim, String reference) {
    write(claim, "engine_reference = :reference", jdbc -> jdbc.param("reference", reference));
  }

  /// Progress never goes back, whatever an engine says.
  void progress(Claim claim, double progress) {
    write(
        claim,
        "progress = GREATEST(progress, :progress::real)",
        jdbc -> jdbc.param("progress", progress));
  }

  /// Puts it back for any worker after a pause.
  void release(Claim claim, Duration pause) {
    write(
        claim,
        "leased_until = NULL, not_before = clock_timestamp() + make_interval(secs => :pause)",
        jdbc -> jdbc.param("pause", pause.toMillis() / 1000.0));
  }

  /// Holds the row until the transaction ends, so that a cancellation waits for the picture or the
  /// other way round.
  void hold(Claim claim) {
    write(claim, "lease_owner = lease_owner", jdbc -> jdbc);
  }

  void succeed(Claim claim, ImageId imageId) {
    write(
        claim,
        """
        status = 'succeeded', progress = 1, image_id = :image, finished_at = clock_timestamp(),
        leased_until = NULL
        """,
        jdbc -> jdbc.param("image", imageId.value()));
  }

  void fail(Claim claim, String code, String message) {
    write(
        claim,
        """
        status = 'failed', error_code = :code, error_message = :message, finished_at = clock_timestamp(),
        leased_until = NULL
        """,
        jdbc -> jdbc.param("code", code).param("message", message));
  }

  boolean isCancelled(GenerationId id) {
    return jdbc.sql("SELECT status = 'cancelled' FROM generations WHERE id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  private interface Parameters {
    JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement);
  }

  private void write(Claim claim, String change, Parameters parameters) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(
                """
                UPDATE generations SET %s
                WHERE id = :id AND status = 'running' AND lease_owner = :worker AND attempts = :attempt
                """
                    .formatted(change))
            .param("id", claim.id().value())
            .param("worker", claim.worker())
            .param("attempt", claim.attempt());
    if (parameters.of(statement).update() == 0) {
      throw new LostClaim(claim.id());
    }
  }
}
