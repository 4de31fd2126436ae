package com.aipixels.community;

import com.aipixels.identity.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MentionTable {

  private final JdbcClient jdbc;

  MentionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Who was last known by each of these names, given in lower case; nobody who is leaving, or whom
  /// a block keeps apart from the writer.
  Map<String, UserId> known(UserId writer, Collection<String> names) {
    Map<String, UserId> known = new HashMap<>();
    jdbc.sql(
            """
            SELECT DISTINCT ON (lower(p.username)) lower(p.username) AS name, p.clerk_user_id
            FROM people p
            WHERE lower(p.username) = ANY (:names)
              AND NOT departed(p.clerk_user_id)
              AND NOT EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = p.clerk_user_id)
              AND p.clerk_user_id <> ALL ((SELECT apart_from(:writer))::varchar[])
            ORDER BY lower(p.username), p.fetched_at DESC
            """)
        .param("names", names.toArray(String[]::new))
        .param("writer", writer.value())
        .query((row, _) ->
            known.put(row.getString("name"), new UserId(row.getString("clerk_user_id"))))
        .list();
    return known;
  }

  /// Whom a comment names, of those whom the viewer may see.
  List<Mention> of(UserId viewer, int comment) {
    return jdbc.sql(
            """
            SELECT m.clerk_user_id, m.username
            FROM comment_mentions m
            WHERE m.comment_id = :comment
              AND m.clerk_user_id <> ALL ((SELECT apart_from(:viewer))::varchar[])
              AND NOT departed(m.clerk_user_id)
            ORDER BY m.clerk_user_id
            """)
        .param("comment", comment)
        .param("viewer", viewer.value())
        .query((row, _) ->
            new Mention(new UserId(row.getString("clerk_user_id")), row.getString("username")))
        .list();
  }

  /// Makes these the ones that the comment names.
  void set(int comment, List<Mention> mentions) {
    jdbc.sql(
            """
            WITH named AS (
              SELECT * FROM unnest(:members::text[], :names::text[]) AS n (member, name)),
            gone AS (
              DELETE FROM comment_mentions
              WHERE comment_id = :comment AND clerk_user_id NOT IN (SELECT member FROM named))
            INSERT INTO comment_mentions AS m (comment_id, clerk_user_id, username)
            SELECT :comment, member, name FROM named ORDER BY member
            ON CONFLICT (comment_id, clerk_user_id) DO UPDATE SET username = EXCLUDED.username
            WHERE m.username <> EXCLUDED.username
            """)
        .param("comment", comment)
        .param(
            "members",
            mentions.stream().map(named -> named.userId().value()).toArray(String[]::new))
        .param("names", mentions.stream().map(Mention::username).toArray(String[]::new))
        .update();
  }
}
