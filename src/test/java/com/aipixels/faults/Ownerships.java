package com.aipixels.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose each generation was when, noted by the database's own triggers and clock.
final class Ownerships {

  /// For each generation that a killed process held, when it was owned again or ended.
  private static final String AGAIN =
      """
      FROM ownership_kills k
      JOIN LATERAL (
        SELECT DISTINCT ON (o.generation_id) o.generation_id, o.status, o.worker, o.number
        FROM ownerships o WHERE o.at <= k.dead
        ORDER BY o.generation_id, o.number DESC) held ON held.status = 'running' AND held.worker = k.worker
      LEFT JOIN LATERAL (
        SELECT min(o.at) AS at FROM ownerships o
        WHERE o.generation_id = held.generation_id AND o.number > held.number) again ON true
      """;

  private final JdbcClient database;

  Ownerships(JdbcClient database) {
    this.database = database;
    database
        .sql(
            """
            CREATE TABLE ownerships (
              number bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(),
              generation_id uuid NOT NULL, status text NOT NULL, worker integer, attempt integer);
            CREATE INDEX ownerships_idx ON ownerships (generation_id, number);
            CREATE TABLE ownership_kills (
              begun timestamptz NOT NULL, dead timestamptz NOT NULL, worker integer NOT NULL);
            CREATE FUNCTION note_ownership() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO ownerships (generation_id, status, worker, attempt)
              VALUES (NEW.id, NEW.status, NEW.lease_owner, NEW.attempts);
              RETURN NULL;
            END $$;
            CREATE TRIGGER ownerships AFTER UPDATE ON generations
              FOR EACH ROW WHEN ((OLD.status, OLD.lease_owner, OLD.attempts)
                                 IS DISTINCT FROM (NEW.status, NEW.lease_owner, NEW.attempts))
              EXECUTE FUNCTION note_ownership()
            """)
        .update();
  }

  /// Whether somebody is at work on a generation right now.
  boolean isAtWork(String application) {
    return worker(application)
        .map(number ->
            database
                .sql(
                    """
                    SELECT EXISTS (SELECT FROM generations
                                   WHERE status = 'running' AND lease_owner = :worker
                                     AND leased_until > clock_timestamp())
                    """)
                .param("worker", number)
                .query(Boolean.class)
                .single())
        .orElse(false);
  }

  /// A kill of somebody who is not listening at that time, because it is only starting, does not
  /// count.
  void noteKill(String application, Runnable kill) {
    var worker = worker(application);
    var begun = now();
    kill.run();
    worker.ifPresent(number ->
        database
            .sql(
                """
                INSERT INTO ownership_kills VALUES (:begun::timestamptz, clock_timestamp(), :worker)
                """)
            .param("begun", begun)
            .param("worker", number)
            .update());
  }

  private Optional<Integer> worker(String application) {
    return database
        .sql(
            """
            SELECT k.objid::integer
            FROM pg_locks k JOIN pg_stat_activity a ON a.pid = k.pid
            WHERE k.locktype = 'advisory' AND k.granted AND k.classid = 1095323736
              AND k.objid <> 0 AND a.application_name = :application
            """)
        .param("application", application)
        .query(Integer.class)
        .optional();
  }

  /// How many kills met somebody who held something.
  int kills() {
    return database.sql("SELECT count(DISTINCT k.begun) " + AGAIN).query(Integer.class).single();
  }

  List<Duration> ownedAgainAfter() {
    return database
        .sql(
            "SELECT (extract(epoch FROM again.at - k.begun) * 1000)::bigint "
                + AGAIN
                + " WHERE again.at IS NOT NULL")
        .query(Long.class)
        .list()
        .stream()
        .map(Duration::ofMillis)
        .toList();
  }

  List<String> neverOwnedAgain() {
    return database
        .sql("SELECT held.generation_id::text " + AGAIN + " WHERE again.at IS NULL")
        .query(String.class)
        .list();
  }

  private String now() {
    return database.sql("SELECT clock_timestamp()::text").query(String.class).single();
  }
}
