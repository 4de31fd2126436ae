package com.aipixels.moderation;

import com.aipixels.identity.Moderators;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Decides cases: the effect, the line in the audit trail and the news for both sides in one
/// transaction, or none of them.
@Component
public class Decisions {

  private static final Logger log = LoggerFactory.getLogger(Decisions.class);

  private final Moderators moderators;
  private final DecisionTable table;
  private final ActionTable actions;
  private final NoticeTable notices;
  private final Measures measures;
  private final Trail trail;
  private final TransactionOperations transaction;

  Decisions(
      Moderators moderators,
      DecisionTable table,
      ActionTable actions,
      NoticeTable notices,
      Measures measures,
      Trail trail,
      TransactionOperations transaction) {
    this.moderators = moderators;
    this.table = table;
    this.actions = actions;
    this.notices = notices;
    this.measures = measures;
    this.trail = trail;
    this.transaction = transaction;
  }

  /// Decides a case. Of two who decide at once, one does.
  ///
  /// @throws Problem `not_found`, `already_decided`, `oneself` for a case about the moderator, or
  ///   naming every field that breaks a rule
  public Act decide(Viewer viewer, long caseId, DecisionDraft draft) {
    UserId moderator = moderators.check(viewer);
    NewDecision decision = draft.checked();
    long action = transaction.execute(_ -> decide(moderator, caseId, decision));
    log.info("case {} decided: {} {}", caseId, decision.action().value(), action);
    return trail.line(action);
  }

  private long decide(UserId moderator, long caseId, NewDecision decision) {
    DecisionTable.Waiting waiting = table.lock(caseId).orElseThrow(Problem::notFound);
    check(moderator, waiting, decision);
    Target target = waiting.target();
    List<Reason> reasons = table.reasons(caseId);
    NewAct.Subject subject = new NewAct.Subject(caseId, target.image(), target.comment(), reasons);
    NewAct act =
        new NewAct(
            decision.action(),
            moderator,
            waiting.owner(),
            subject,
            null,
            decision.note(),
            decision.days());
    long action = actions.append(act);
    table.close(caseId, action);
    measures.take(action, act);
    notices.tellReporters(action);
    notices.tell(action, NoticeTable.Kind.DECISION);
    return action;
  }

  private static void check(UserId moderator, DecisionTable.Waiting waiting, NewDecision decision) {
    if (waiting.owner().equals(moderator)) {
      throw new Problem(ProblemCode.ONESELF, "Another moderator decides what is about you.");
    }
    if (waiting.state() != CaseState.OPEN) {
      throw new Problem(ProblemCode.ALREADY_DECIDED, "Somebody has decided this case.");
    }
    boolean isThing = waiting.target().type() != TargetType.USER;
    if (!isThing && (decision.action() == Action.HIDE || decision.action() == Action.DELETE)) {
      throw Problem.invalid("action", "must be dismiss or suspend for a member");
    }
  }
}
