package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.look.Term;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The audit trail, to append to.
@Component
class ActionTable {

  private final JdbcClient jdbc;

  ActionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long append(NewAct act) {
    know(act.moderator(), act.person());
    UserId moderator = act.moderator();
    return jdbc.sql(
            """
            INSERT INTO moderation_actions (
              action, moderator, person, case_id, image_id, comment_id, about_action, reasons, note, ends_at)
            VALUES (
              :action, hash_of(:moderator::varchar), hash_of(:person), :case, :image, :comment, :about, :reasons, :note,
              clock_timestamp() + make_interval(days => :days::integer))
            RETURNING id
            """)
        .param("action", act.action().value())
        .param("moderator", moderator == null ? null : moderator.value())
        .param("person", act.person().value())
        .param("case", act.subject().caseId())
        .param("image", act.subject().image())
        .param("comment", act.subject().comment())
        .param("about", act.aboutAction())
        .param("reasons", act.subject().reasons().stream().map(Term::value).toArray(String[]::new))
        .param("note", act.note())
        .param("days", act.days())
        .query(Long.class)
        .single();
  }

  /// A line whose person is still there.
  Optional<Past> find(long id) {
    return jdbc.sql(
            """
            SELECT a.id, a.action, m.clerk_user_id AS moderator, p.clerk_user_id AS person,
                   a.case_id, a.image_id, a.comment_id
            FROM moderation_actions a
            JOIN moderation_people p ON p.person = a.person
            LEFT JOIN moderation_people m ON m.person = a.moderator
            WHERE a.id = :id
            """)
        .param("id", id)
        .query((row, _) ->
            new Past(
                row.getLong("id"),
                Term.of(Action.class, row.getString("action")).orElseThrow(),
                id(row.getString("moderator")),
                new UserId(row.getString("person")),
                row.getObject("case_id", Long.class),
                row.getObject("image_id", Integer.class),
                row.getObject("comment_id", Integer.class)))
        .optional();
  }

  static @Nullable UserId id(@Nullable String id) {
    return id == null ? null : new UserId(id);
  }

  /// Remembers whose hashes will stand in the trail, in one order for all writers.
  private void know(@Nullable UserId moderator, UserId person) {
    jdbc.sql(
            """
            INSERT INTO moderation_people (person, clerk_user_id)
            SELECT hash_of(id), id FROM unnest(:ids::varchar[]) AS m (id)
            WHERE NOT departed(id)
            ORDER BY id
            ON CONFLICT DO NOTHING
            """)
        .param(
            "ids",
            Stream.of(moderator == null ? person : moderator, person)
                .distinct()
                .map(UserId::value)
                .toArray(String[]::new))
        .update();
  }
}
