package com.aipixels.notifications;

import com.aipixels.identity.UserId;
import java.util.Collection;
import java.util.EnumSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far members have read, and what they do not want to hear of.
@Component
class InboxTable {

  private final JdbcClient jdbc;

  InboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whoever brings news holds the row of a reader who has one; false where there is none.
  boolean readUpTo(UserId reader, long place) {
    return jdbc.sql(
                """
                UPDATE inboxes
                SET read_up_to = GREATEST(read_up_to, LEAST(:place, (
                  SELECT max(n.place) FROM notifications n WHERE n.clerk_user_id = :reader)))
                WHERE clerk_user_id = :reader
                """)
            .param("reader", reader.value())
            .param("place", place)
            .update()
        == 1;
  }

  /// To be called while nobody brings news.
  void open(UserId reader) {
    jdbc.sql("INSERT INTO inboxes (clerk_user_id) VALUES (:reader) ON CONFLICT DO NOTHING")
        .param("reader", reader.value())
        .update();
  }

  EnumSet<Kind> silent(UserId reader) {
    EnumSet<Kind> silent = EnumSet.noneOf(Kind.class);
    jdbc.sql("SELECT unnest(silent) AS kind FROM inboxes WHERE clerk_user_id = :reader")
        .param("reader", reader.value())
        .query((row, _) -> row.getString("kind"))
        .list()
        .forEach(kind -> Kind.of(kind).ifPresent(silent::add));
    return silent;
  }

  /// Changes some switches and leaves the others.
  void silence(UserId reader, Collection<Kind> off, Collection<Kind> on) {
    jdbc.sql(
            """
            UPDATE inboxes
            SET silent = ARRAY(
              SELECT k FROM unnest(silent) AS k WHERE k <> ALL (:on)
              UNION
              SELECT k FROM unnest(:off) AS k)
            WHERE clerk_user_id = :reader
            """)
        .param("reader", reader.value())
        .param("off", values(off))
        .param("on", values(on))
        .update();
  }

  /// Calls the reader's open streams, in every process, after the commit.
  void call(UserId reader) {
    jdbc.sql("SELECT pg_notify('notifications', :reader)")
        .param("reader", reader.value())
        .query((_, _) -> true)
        .single();
  }

  /// Whether the member has left or is leaving, without what a process may remember of a moment
  /// ago.
  boolean hasLeft(UserId reader) {
    return jdbc.sql(
            """
            SELECT departed(:reader)
              OR EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = :reader)
            """)
        .param("reader", reader.value())
        .query(Boolean.class)
        .single();
  }

  private static String[] values(Collection<Kind> kinds) {
    return kinds.stream().map(Kind::value).toArray(String[]::new);
  }
}
