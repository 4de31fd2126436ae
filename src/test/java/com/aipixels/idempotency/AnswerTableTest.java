package com.aipixels.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.identity.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerTableTest {

  private final JdbcClient database = JdbcClient.create(TestDatabase.freshlyMigrated());
  private final AnswerTable table = new AnswerTable(database);

  @Test
  void letsGoOfAnswersAfterTwoDays() {
    table.reserve(new UserId("minji"), "old", "comment", new byte[] {1});
    table.reserve(new UserId("minji"), "young", "comment", new byte[] {1});
    age("old", "49 hours");
    age("young", "47 hours");

    assertThat(table.removeOld()).isEqualTo(1);

    assertThat(table.find(new UserId("minji"), "old")).isEmpty();
    assertThat(table.find(new UserId("minji"), "young")).isPresent();
  }

  @Test
  void forgetsAMemberInBatches() {
    database
        .sql(
            """
            INSERT INTO idempotent_answers (clerk_user_id, key, operation, request_hash)
            SELECT CASE WHEN n > 700 THEN 'jun' ELSE 'minji' END, n::text, 'comment', ''
            FROM generate_series(1, 701) n
            """)
        .update();

    assertThat(table.membersAfter("", 10))
        .isEqualTo(List.of(new UserId("jun"), new UserId("minji")));
    assertThat(table.membersAfter("jun", 10)).containsExactly(new UserId("minji"));
    assertThat(table.remove(new UserId("minji"))).isTrue();
    assertThat(table.remove(new UserId("minji"))).isTrue();
    assertThat(table.remove(new UserId("minji"))).isFalse();
    assertThat(table.membersAfter("", 10)).containsExactly(new UserId("jun"));
  }

  private void age(String key, String by) {
    database
        .sql(
            "UPDATE idempotent_answers SET created_at = created_at - :by::interval WHERE key = :key")
        .param("by", by)
        .param("key", key)
        .update();
  }
}
