package com.aipixels.moderation;

import com.aipixels.idempotency.IdempotentAnswers;
import com.aipixels.idempotency.KeyedRequest;
import com.aipixels.identity.Moderators;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.InputRules;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Pictures that are blocked for up to thirty days because somebody asserts a right in them. They
/// come back by themselves.
@Component
public class RightsBlocks {

  private final Moderators moderators;
  private final RightsBlockTable table;
  private final ActionTable actions;
  private final NoticeTable notices;
  private final Measures measures;
  private final IdempotentAnswers answers;
  private final TransactionOperations transaction;

  RightsBlocks(
      Moderators moderators,
      RightsBlockTable table,
      ActionTable actions,
      NoticeTable notices,
      Measures measures,
      IdempotentAnswers answers,
      TransactionOperations transaction) {
    this.moderators = moderators;
    this.table = table;
    this.actions = actions;
    this.notices = notices;
    this.measures = measures;
    this.answers = answers;
    this.transaction = transaction;
  }

  /// Those that last, the newest first.
  ///
  /// @throws Problem `not_found` for whoever is no moderator
  public Slice<RightsBlock> all(Viewer viewer, PageRequest page) {
    moderators.check(viewer);
    return table.all(page);
  }

  /// Blocks a picture, once per key.
  ///
  /// @throws Problem `not_found`, `already_decided` where it is blocked, `idempotency_key_reused`,
  ///   or naming every field that breaks a rule
  public RightsBlock block(Viewer viewer, ClaimDraft draft, @Nullable String idempotencyKey) {
    UserId moderator = moderators.check(viewer);
    NewRightsBlock block = draft.checked();
    return transaction.execute(_ ->
        answers.once(
            new KeyedRequest(moderator, idempotencyKey, "rights-block", block),
            RightsBlock.class,
            () -> begin(moderator, block)));
  }

  /// Ends a block before its time.
  ///
  /// @throws Problem `not_found`, `already_finished` where it has ended, or naming `note`
  public void lift(Viewer viewer, long id, @Nullable String note) {
    UserId moderator = moderators.check(viewer);
    new InputRules().required("note", note, NewDecision.LONGEST_NOTE).check();
    String why = note == null ? "" : note.strip();
    transaction.executeWithoutResult(_ -> {
      Past past =
          actions
              .find(id)
              .filter(line -> line.action() == Action.RIGHTS_BLOCK)
              .orElseThrow(Problem::notFound);
      if (!end(past, Action.LIFT, moderator, why)) {
        throw new Problem(ProblemCode.ALREADY_FINISHED, "The block has ended.");
      }
    });
  }

  /// Ends one block whose time is over; false where there is none.
  boolean endDue() {
    return transaction
        .execute(_ ->
            table.due().flatMap(actions::find).filter(past -> end(past, Action.EXPIRE, null, "")))
        .isPresent();
  }

  private RightsBlock begin(UserId moderator, NewRightsBlock block) {
    int image = block.imageId().value();
    UserId owner = table.owner(image).orElseThrow(Problem::notFound);
    NewAct act =
        new NewAct(
            Action.RIGHTS_BLOCK,
            moderator,
            owner,
            NewAct.Subject.image(image),
            null,
            block.note(),
            block.days());
    long action = actions.append(act);
    RightsBlock begun =
        table
            .begin(action, owner, block.claimant())
            .orElseThrow(
                () -> new Problem(ProblemCode.ALREADY_DECIDED, "The picture is blocked already."));
    measures.block(image);
    notices.tell(action, NoticeTable.Kind.DECISION);
    return begun;
  }

  private boolean end(Past past, Action how, @Nullable UserId moderator, String note) {
    if (!measures.unblock(past)) {
      return false;
    }
    long action = actions.append(NewAct.about(past, how, moderator, note));
    notices.tell(action, NoticeTable.Kind.BLOCK_ENDED);
    return true;
  }
}
