package com.aipixels.upkeep;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The counters of the database against what they count.
class CounterQueries {

  private final JdbcClient jdbc;

  CounterQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Reads only, and sees no drift in what is being written.
  List<Drift> audit() {
    return drifts("counter_drift");
  }

  /// What was wrong and is right now. Every kind of row is repaired in a transaction of its own.
  List<Drift> repair() {
    return Stream.of(
            "repair_image_counters()",
            "repair_comment_counters()",
            "repair_member_counters()",
            "repair_tag_counters()")
        .flatMap(kind -> drifts(kind).stream())
        .toList();
  }

  private List<Drift> drifts(String source) {
    return jdbc.sql(
            """
            SELECT counter, id, stored, counted
            FROM %s
            ORDER BY counter, length(id), id
            """
                .formatted(source))
        .query((row, _) ->
            new Drift(
                row.getString("counter"),
                row.getString("id"),
                row.getInt("stored"),
                row.getInt("counted")))
        .list();
  }
}
