package com.aipixels.moderation;

import com.aipixels.look.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What those concerned are to be told, written in the transaction of what it is about.
@Component
class NoticeTable {

  private final JdbcClient jdbc;

  NoticeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  enum Kind implements Term {
    REPORT_ANSWERED("report_answered"),
    DECISION("decision"),
    APPEAL_ANSWERED("appeal_answered"),
    BLOCK_ENDED("block_ended");

    private final String value;

    Kind(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }

  /// Tells the one whom this line of the trail concerns.
  void tell(long action, Kind kind) {
    jdbc.sql(
            """
            INSERT INTO moderation_notices (clerk_user_id, kind, action_id, image_id, comment_id)
            SELECT p.clerk_user_id, :kind, a.id, a.image_id, a.comment_id
            FROM moderation_actions a JOIN moderation_people p ON p.person = a.person
            WHERE a.id = :action
            ON CONFLICT DO NOTHING
            """)
        .param("action", action)
        .param("kind", kind.value())
        .update();
  }

  /// Tells those whose reports this line answers, or answered before it was reversed.
  void tellReporters(long action) {
    jdbc.sql(
            """
            INSERT INTO moderation_notices (clerk_user_id, kind, action_id, image_id, comment_id)
            SELECT r.reporter_clerk_user_id, :kind, a.id, a.image_id, a.comment_id
            FROM moderation_actions a JOIN reports r ON r.action_id IN (a.id, a.about_action)
            WHERE a.id = :action
            ON CONFLICT DO NOTHING
            """)
        .param("action", action)
        .param("kind", Kind.REPORT_ANSWERED.value())
        .update();
  }
}
