package com.aipixels.moderation;

import com.aipixels.community.CommentId;
import com.aipixels.community.Comments;
import com.aipixels.community.Profiles;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.idempotency.IdempotentAnswers;
import com.aipixels.idempotency.KeyedRequest;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What members complain of: pictures, comments and members that they can see and that are not
/// their own, each once.
@Component
public class Reports {

  private final ReportTable table;
  private final Gallery gallery;
  private final Comments comments;
  private final Profiles profiles;
  private final IdempotentAnswers answers;
  private final TransactionOperations transaction;

  Reports(
      ReportTable table,
      Gallery gallery,
      Comments comments,
      Profiles profiles,
      IdempotentAnswers answers,
      TransactionOperations transaction) {
    this.table = table;
    this.gallery = gallery;
    this.comments = comments;
    this.profiles = profiles;
    this.answers = answers;
    this.transaction = transaction;
  }

  /// Refuses whoever could not report this.
  ///
  /// @throws Problem `not_found`, or `oneself`
  public void check(Viewer viewer, Target target) {
    meet(viewer, target);
    ownerOf(viewer, target);
  }

  /// Takes a report, once per key.
  ///
  /// @throws Problem `not_found`, `oneself`, `already_reported`, or `idempotency_key_reused`
  public Filed report(Viewer viewer, NewReport report, @Nullable String idempotencyKey) {
    UserId reporter = viewer.memberId();
    meet(viewer, report.target());
    return transaction.execute(_ ->
        answers.once(
            new KeyedRequest(reporter, idempotencyKey, "report", report),
            Filed.class,
            () -> file(viewer, reporter, report)));
  }

  private Filed file(Viewer viewer, UserId reporter, NewReport report) {
    long id = table.open(report.target(), ownerOf(viewer, report.target()));
    Filed filed =
        table
            .add(id, reporter, report)
            .orElseThrow(
                () -> new Problem(ProblemCode.ALREADY_REPORTED, "You have reported this before."));
    table.reopen(id);
    return filed;
  }

  /// Whether a member is there is perhaps asked of Clerk, and so before any transaction.
  private void meet(Viewer viewer, Target target) {
    viewer.memberId();
    if (target.type() == TargetType.USER) {
      profiles.profile(viewer, new UserId(target.id()));
    }
  }

  private UserId ownerOf(Viewer viewer, Target target) {
    UserId owner =
        switch (target.type()) {
          case IMAGE ->
              gallery.owner(viewer, ImageId.valueOf(target.id())).orElseThrow(Problem::notFound);
          case COMMENT ->
              comments
                  .writer(viewer, CommentId.valueOf(target.id()))
                  .orElseThrow(Problem::notFound);
          case USER -> new UserId(target.id());
        };
    if (owner.equals(viewer.memberId())) {
      throw new Problem(ProblemCode.ONESELF, "One does not report oneself or what is one's own.");
    }
    return owner;
  }
}
