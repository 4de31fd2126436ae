package com.aipixels.notifications;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Causes as a table in a query.
record Touched(List<Cause> causes) {

  static final String SQL =
      """
      touched AS MATERIALIZED (
        SELECT DISTINCT topic, subject, actor, noted_at, after_follow, reader, detail
        FROM unnest(:topics::text[], :subjects::text[], :actors::text[], :notedAt::timestamptz[],
                    :afterFollows::integer[], :readers::text[], :details::text[])
          AS t (topic, subject, actor, noted_at, after_follow, reader, detail))\
      """;

  static Touched by(List<Cause> causes) {
    return new Touched(causes);
  }

  StatementSpec bind(StatementSpec statement) {
    return statement
        .param("topics", column(Cause::topic))
        .param("subjects", column(Cause::subject))
        .param("actors", column(Cause::actor))
        .param("notedAt", column(Cause::notedAt))
        .param("afterFollows", causes.stream().map(Cause::afterFollow).toArray(Integer[]::new))
        .param("readers", column(Cause::reader))
        .param("details", column(Cause::detail));
  }

  private @Nullable String[] column(Function<Cause, @Nullable String> part) {
    return causes.stream().map(part).toArray(String[]::new);
  }
}
