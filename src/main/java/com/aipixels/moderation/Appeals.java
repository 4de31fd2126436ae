package com.aipixels.moderation;

import com.aipixels.idempotency.IdempotentAnswers;
import com.aipixels.idempotency.KeyedRequest;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.InputRules;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decisions about oneself, and what one says against them: once each.
@Component
public class Appeals {

  private static final int LONGEST = 2000;

  private final RulingQueries rulings;
  private final ActionTable actions;
  private final AppealTable table;
  private final AwaitedDeletionTable deletions;
  private final IdempotentAnswers answers;

  Appeals(
      RulingQueries rulings,
      ActionTable actions,
      AppealTable table,
      AwaitedDeletionTable deletions,
      IdempotentAnswers answers) {
    this.rulings = rulings;
    this.actions = actions;
    this.table = table;
    this.deletions = deletions;
    this.answers = answers;
  }

  /// An appeal at the moment it was made.
  public record Made(long id, long actionId, Instant createdAt) {}

  /// Decisions about whoever asks, newest first.
  public Slice<Ruling> mine(Viewer viewer, PageRequest page) {
    return rulings.of(viewer.memberId(), page);
  }

  /// Appeals against a decision about oneself. What waits to be deleted then waits for the answer.
  ///
  /// @throws Problem `not_found`, `already_appealed`, `idempotency_key_reused`, or naming `text`
  @Transactional
  public Made appeal(
      Viewer viewer, long action, @Nullable String text, @Nullable String idempotencyKey) {
    UserId member = viewer.memberId();
    new InputRules().required("text", text, LONGEST).check();
    String words = text == null ? "" : text.strip();
    return answers.once(
        new KeyedRequest(member, idempotencyKey, "appeal " + action, words),
        Made.class,
        () -> make(member, action, words));
  }

  private Made make(UserId member, long action, String words) {
    boolean mine =
        actions
            .find(action)
            .filter(past -> past.person().equals(member) && past.action().isAppealable())
            .isPresent();
    if (!mine) {
      throw Problem.notFound();
    }
    deletions.hold(action);
    return table
        .add(action, member, words)
        .orElseThrow(() ->
            new Problem(
                ProblemCode.ALREADY_APPEALED, "There is one appeal against each decision."));
  }
}
