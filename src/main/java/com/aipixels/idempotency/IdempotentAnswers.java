package com.aipixels.idempotency;

import com.aipixels.idempotency.AnswerTable.Kept;
import com.aipixels.identity.UserId;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The first answers to requests with a key, for two days.
@Component
public class IdempotentAnswers {

  private final AnswerTable table;
  private final JsonMapper json;

  IdempotentAnswers(AnswerTable table, JsonMapper json) {
    this.table = table;
    this.json = json;
  }

  /// Does the work, or gives the answer of the first time it was done, however many ask at once; to
  /// be called first in the transaction of the work.
  ///
  /// @param type of the answer, which must survive the way to JSON and back
  /// @throws Problem `idempotency_key_reused` where the key belongs to another request
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> T once(KeyedRequest request, Class<T> type, Supplier<T> work) {
    String key = request.key();
    if (key == null) {
      return work.get();
    }
    UserId member = request.member();
    byte[] hash = hash(request.content());
    // Whoever comes second waits here until the first has ended.
    if (table.reserve(member, key, request.operation(), hash)) {
      T answer = work.get();
      table.keep(member, key, json.writeValueAsString(answer));
      return answer;
    }
    Kept kept =
        table
            .find(member, key)
            .orElseThrow(() -> new Problem(ProblemCode.UNAVAILABLE, "Please try again."));
    if (!kept.operation().equals(request.operation())
        || !MessageDigest.isEqual(kept.requestHash(), hash)) {
      throw new Problem(
          ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request.");
    }
    return json.readValue(kept.answer(), type);
  }

  private byte[] hash(Object content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
