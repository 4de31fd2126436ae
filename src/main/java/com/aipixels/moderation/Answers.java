package com.aipixels.moderation;

import com.aipixels.identity.Moderators;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Answers appeals. Who made a decision does not answer for it, nor does whom it concerns.
@Component
public class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final Moderators moderators;
  private final AppealTable appeals;
  private final DecisionTable cases;
  private final ActionTable actions;
  private final NoticeTable notices;
  private final Measures measures;
  private final Trail trail;
  private final TransactionOperations transaction;

  Answers(
      Moderators moderators,
      AppealTable appeals,
      DecisionTable cases,
      ActionTable actions,
      NoticeTable notices,
      Measures measures,
      Trail trail,
      TransactionOperations transaction) {
    this.moderators = moderators;
    this.appeals = appeals;
    this.cases = cases;
    this.actions = actions;
    this.notices = notices;
    this.measures = measures;
    this.trail = trail;
    this.transaction = transaction;
  }

  /// Appeals that wait for an answer, oldest first.
  ///
  /// @throws Problem `not_found` for whoever is no moderator
  public Slice<Appeal> open(Viewer viewer, PageRequest page) {
    moderators.check(viewer);
    return appeals.open(page).map(this::named);
  }

  /// Answers an appeal: what it was against is carried out, or undone as far as it can be.
  ///
  /// @param note why, in words that both sides are told
  /// @throws Problem `not_found`, `already_decided`, `oneself`, `forbidden` for whoever made the
  ///   decision, or naming every field that breaks a rule
  public Act answer(Viewer viewer, long appealId, @Nullable Action action, @Nullable String note) {
    UserId moderator = moderators.check(viewer);
    NewAnswer answer = NewAnswer.of(action, note);
    long outcome = transaction.execute(_ -> answer(moderator, appealId, answer));
    log.info("appeal {} answered: {} {}", appealId, answer.action().value(), outcome);
    return trail.line(outcome);
  }

  private long answer(UserId moderator, long appealId, NewAnswer answer) {
    AppealTable.Open appeal = appeals.lock(appealId).orElseThrow(Problem::notFound);
    Past past = actions.find(appeal.action()).orElseThrow(Problem::notFound);
    check(moderator, appeal, past);
    Long caseId = past.caseId();
    if (caseId != null) {
      cases.lock(caseId);
    }
    long outcome = actions.append(NewAct.about(past, answer.action(), moderator, answer.note()));
    appeals.answer(appealId, outcome);
    if (answer.action() == Action.REVERSE) {
      measures.undo(past);
      if (caseId != null) {
        cases.settle(caseId, outcome);
      }
      notices.tellReporters(outcome);
    } else {
      measures.carryOut(past);
    }
    notices.tell(outcome, NoticeTable.Kind.APPEAL_ANSWERED);
    return outcome;
  }

  private static void check(UserId moderator, AppealTable.Open appeal, Past past) {
    if (past.person().equals(moderator)) {
      throw new Problem(ProblemCode.ONESELF, "Another moderator answers your appeal.");
    }
    if (moderator.equals(past.moderator())) {
      throw new Problem(
          ProblemCode.FORBIDDEN, "Another moderator answers for what you have decided.");
    }
    if (appeal.isAnswered()) {
      throw new Problem(ProblemCode.ALREADY_DECIDED, "Somebody has answered this appeal.");
    }
  }

  private List<Appeal> named(List<Appeal> open) {
    List<Act> decisions = trail.named(open.stream().map(Appeal::decision).toList());
    return IntStream.range(0, open.size())
        .mapToObj(i -> open.get(i).against(decisions.get(i)))
        .toList();
  }
}
