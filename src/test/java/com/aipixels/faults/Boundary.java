package com.aipixels.faults;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A place on the way of a generation at which its process is killed, found from outside.
///
/// @param name what is about to be done there
/// @param words of the prompt, which tell the fake Replicate how to behave
/// @param trigger of PostgreSQL that waits there; empty where it is no matter of the database's
/// @param ends how the generation may end
record Boundary(String name, String words, String trigger, Set<String> ends) {

  private static final Set<String> MADE = Set.of("succeeded");

  /// In the order of the way.
  static List<Boundary> all() {
    return List.of(
        held("debit", "INSERT ON credit_entries", "NEW.reason = 'charge'"),
        held("enqueue", "INSERT ON generations", "true"),
        held("claim", "UPDATE ON generations", "OLD.status = 'queued' AND NEW.status = 'running'"),
        held("translation", "UPDATE ON generations", appears("translated_prompt")),
        held("submission", "UPDATE ON generations", appears("submitted_at")),
        new Boundary("answer of the provider", "once-hang-answer", "", MADE),
        held("id of the prediction", "UPDATE ON generations", appears("engine_reference")),
        held("progress", "UPDATE ON generations", "OLD.progress < 0.05 AND NEW.progress > 0.05"),
        held("fetching", "UPDATE ON generations", "OLD.progress < 0.89 AND NEW.progress > 0.89"),
        new Boundary("download", "once-file-hang", "", MADE),
        new Boundary("write", "", "", MADE),
        new Boundary("original beside its thumbnails", "", "", MADE),
        held("picture", "INSERT ON images", "true"),
        held("success", "UPDATE ON generations", "NEW.status = 'succeeded'"),
        committing("commit of the picture", "images", MADE),
        new Boundary("what follows the commit", "", "", MADE),
        failing("failure", "UPDATE ON generations", "NEW.status = 'failed'"),
        failing("refund", "INSERT ON credit_entries", "NEW.reason = 'refund'"),
        new Boundary(
            "cancellation",
            "",
            before("UPDATE ON generations", "NEW.status = 'cancelled'"),
            Set.of("cancelled", "succeeded")));
  }

  boolean isHeld() {
    return !trigger.isEmpty();
  }

  /// What holds whoever comes to any of these places while its name stands in `held_boundary` and
  /// somebody has the advisory lock.
  static String triggers(int lock) {
    var function =
        """
        CREATE TABLE held_boundary (name text);
        CREATE FUNCTION hold_at_boundary() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM held_boundary WHERE name = TG_ARGV[0]) THEN
            PERFORM pg_advisory_xact_lock(%d);
          END IF;
          RETURN NEW;
        END $$;
        """
            .formatted(lock);
    return Stream.concat(
            Stream.of(function), all().stream().filter(Boundary::isHeld).map(Boundary::sql))
        .reduce("", String::concat);
  }

  private String sql() {
    var constraint = trigger.contains("DEFERRED") ? "CONSTRAINT " : "";
    return "CREATE %sTRIGGER \"a boundary: %s\" %s EXECUTE FUNCTION hold_at_boundary('%s');\n"
        .formatted(constraint, name, trigger, name);
  }

  private static Boundary held(String name, String event, String condition) {
    return new Boundary(name, "", before(event, condition), MADE);
  }

  private static Boundary failing(String name, String event, String condition) {
    return new Boundary(name, "failed", before(event, condition), Set.of("failed"));
  }

  private static Boundary committing(String name, String table, Set<String> ends) {
    return new Boundary(
        name,
        "",
        "AFTER INSERT ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW".formatted(table),
        ends);
  }

  private static String before(String event, String condition) {
    return "BEFORE %s FOR EACH ROW WHEN (%s)".formatted(event, condition);
  }

  private static String appears(String column) {
    return "OLD.%1$s IS NULL AND NEW.%1$s IS NOT NULL".formatted(column);
  }
}
