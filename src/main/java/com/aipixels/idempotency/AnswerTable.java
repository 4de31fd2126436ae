package com.aipixels.idempotency;

import com.aipixels.identity.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AnswerTable {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  AnswerTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Kept(String operation, byte[] requestHash, String answer) {}

  /// False where the member's key is taken.
  boolean reserve(UserId member, String key, String operation, byte[] requestHash) {
    return jdbc.sql(
                """
                INSERT INTO idempotent_answers (clerk_user_id, key, operation, request_hash)
                VALUES (:member, :key, :operation, :hash)
                ON CONFLICT DO NOTHING
                """)
            .param("member", member.value())
            .param("key", key)
            .param("operation", operation)
            .param("hash", requestHash)
            .update()
        == 1;
  }

  void keep(UserId member, String key, String answer) {
    jdbc.sql(
            """
            UPDATE idempotent_answers SET answer = :answer
            WHERE clerk_user_id = :member AND key = :key
            """)
        .param("member", member.value())
        .param("key", key)
        .param("answer", answer)
        .update();
  }

  Optional<Kept> find(UserId member, String key) {
    return jdbc.sql(
            """
            SELECT operation, request_hash, answer
            FROM idempotent_answers
            WHERE clerk_user_id = :member AND key = :key
            """)
        .param("member", member.value())
        .param("key", key)
        .query((row, _) ->
            new Kept(
                row.getString("operation"), row.getBytes("request_hash"), row.getString("answer")))
        .optional();
  }

  int removeOld() {
    return jdbc.sql(
            """
            DELETE FROM idempotent_answers
            WHERE created_at < clock_timestamp() - interval '48 hours'
            """)
        .update();
  }

  boolean remove(UserId member) {
    return jdbc.sql(
                """
                DELETE FROM idempotent_answers
                WHERE clerk_user_id = :member
                  AND key IN (SELECT key FROM idempotent_answers
                              WHERE clerk_user_id = :member ORDER BY key LIMIT :limit)
                """)
            .param("member", member.value())
            .param("limit", AT_ONCE)
            .update()
        > 0;
  }

  List<UserId> membersAfter(String id, int limit) {
    return jdbc.sql(
            """
            SELECT DISTINCT clerk_user_id
            FROM idempotent_answers
            WHERE clerk_user_id > :id
            ORDER BY clerk_user_id
            LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new UserId(row.getString("clerk_user_id")))
        .list();
  }
}
