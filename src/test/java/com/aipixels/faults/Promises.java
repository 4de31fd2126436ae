package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.faults.Answers.Answer;
import java.util.List;
import java.util.stream.Stream;

/// What [Insistent] members were promised, held against what is there.
record Promises(Journal journal, Answers answers, Checker checker) {

  /// How many writes were acknowledged.
  int count() {
    return Stream.of("like", "comment", "spend").mapToInt(kind -> journal.of(kind).size()).sum();
  }

  void expectKept() {
    assertThat(answers.broken(Promises::isTheirOwnFault))
        .as("neither done nor refused with Retry-After")
        .isEmpty();
    var comments = rows("SELECT content FROM comments");
    assertThat(comments).as("doubled comments").doesNotHaveDuplicates();
    assertThat(comments).as("comments").containsAll(journal.of("comment"));
    assertThat(rows("SELECT clerk_user_id || ' ' || image_id FROM likes"))
        .as("likes")
        .doesNotHaveDuplicates()
        .containsAll(journal.of("like"));
    assertThat(wrongCounters()).as("counters").isEmpty();
    assertThat(checker.lost(journal.of("spend"))).as("lost").isEmpty();
    assertThat(checker.unasked(journal.of("spend"))).as("doubled").isEmpty();
    assertThat(checker.failed()).as("failed").isEmpty();
    assertThat(checker.wrongPictures()).as("pictures").isEmpty();
    assertThat(checker.wrongPayments()).as("payments").isEmpty();
    assertThat(checker.wrongBalances()).as("balances").isEmpty();
    assertThat(checker.brokenChains()).as("ledger").isEmpty();
  }

  /// There is no credit, or it was too late to change one's mind.
  private static boolean isTheirOwnFault(Answer answer) {
    return answer.status() == 402 || (answer.act().equals("cancel") && answer.status() == 409);
  }

  private List<String> wrongCounters() {
    return rows(
        """
        SELECT i.id || ' says ' || i.like_count || ' likes and ' || i.comment_count || ' comments'
        FROM images i
        WHERE i.like_count <> (SELECT count(*) FROM likes l WHERE l.image_id = i.id)
           OR i.comment_count <> (SELECT count(*) FROM comments c WHERE c.image_id = i.id)
        """);
  }

  private List<String> rows(String sql) {
    return checker.database().sql(sql).query(String.class).list();
  }
}
