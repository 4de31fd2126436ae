package com.aipixels.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Reads what the service left in its database and on its disk, and never repairs anything. Every
/// list it gives must be empty.
final class Checker {

  private final Path data;
  private final JdbcClient jdbc;

  Checker(Path data) {
    this.data = data;
    var access = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres.properties"))) {
      access.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                access.getProperty("url"),
                access.getProperty("username"),
                access.getProperty("password")));
  }

  /// For a service that was given this database.
  Checker(Path data, JdbcClient jdbc) {
    this.data = data;
    this.jdbc = jdbc;
  }

  /// For what no caller could do or see in the time of a test.
  JdbcClient database() {
    return jdbc;
  }

  int open() {
    return jdbc.sql("SELECT count(*) FROM generations WHERE finished_at IS NULL")
        .query(Integer.class)
        .single();
  }

  String summary() {
    return String.join(
        ", ", rows("SELECT status || ' ' || count(*) FROM generations GROUP BY status ORDER BY 1"));
  }

  /// Acknowledged requests that are not there.
  List<String> lost(List<String> acknowledged) {
    var there = Set.copyOf(rows("SELECT id::text FROM generations"));
    return acknowledged.stream().filter(id -> !there.contains(id)).toList();
  }

  /// Requests that nobody was told of.
  List<String> unasked(List<String> acknowledged) {
    var known = Set.copyOf(acknowledged);
    return rows("SELECT id::text FROM generations").stream()
        .filter(id -> !known.contains(id))
        .toList();
  }

  List<String> failed() {
    return rows("SELECT id || ' ' || error_code FROM generations WHERE status = 'failed'");
  }

  /// Succeeded without exactly one picture, or ended otherwise with one.
  List<String> wrongPictures() {
    return rows(
        """
        SELECT g.id || ' ' || g.status || ' has ' || count(i.id)
        FROM generations g LEFT JOIN images i ON i.generation_id = g.id
        GROUP BY g.id
        HAVING count(i.id) <> CASE g.status WHEN 'succeeded' THEN 1 ELSE 0 END
            OR (g.status = 'succeeded' AND g.image_id IS DISTINCT FROM min(i.id))
        """);
  }

  /// Not charged exactly once, or not refunded exactly as it ended.
  List<String> wrongPayments() {
    return rows(
        """
        SELECT g.id || ' ' || g.status || ' ' || COALESCE(string_agg(e.reason, ','), 'nothing')
        FROM generations g LEFT JOIN credit_entries e ON e.generation_id = g.id
        GROUP BY g.id
        HAVING count(*) FILTER (WHERE e.reason = 'charge' AND e.amount = -1) <> 1
            OR count(*) FILTER (WHERE e.reason = 'refund' AND e.amount = 1)
               <> CASE WHEN g.status IN ('failed', 'cancelled') THEN 1 ELSE 0 END
            OR count(e.id) > 2
        """);
  }

  /// Members whose balance is not ten less their pictures, or not the sum of their ledger.
  List<String> wrongBalances() {
    return wrongBalances(10);
  }

  /// The same for members who were given this many credits.
  List<String> wrongBalances(int initial) {
    return rows(
        """
        SELECT c.clerk_user_id || ' has ' || c.credits || ' after ' || p.pictures || ' pictures, ledger ' || l.total
        FROM user_credits c,
             LATERAL (SELECT count(*) AS pictures FROM images i WHERE i.clerk_user_id = c.clerk_user_id) p,
             LATERAL (SELECT sum(e.amount) AS total FROM credit_entries e
                      WHERE e.clerk_user_id = c.clerk_user_id) l
        WHERE c.credits <> %d - p.pictures OR c.credits IS DISTINCT FROM l.total OR c.credits < 0
        """
            .formatted(initial));
  }

  /// Entries whose balance does not follow from the one before.
  List<String> brokenChains() {
    return rows(
        """
        SELECT clerk_user_id || ' at ' || id
        FROM (SELECT id, clerk_user_id, amount, balance_after,
                     lag(balance_after, 1, 0) OVER (PARTITION BY clerk_user_id ORDER BY id) AS before
              FROM credit_entries) e
        WHERE balance_after <> before + amount
        """);
  }

  /// Pictures whose original or thumbnails are missing.
  List<String> missingFiles() {
    var files = files();
    return rows(
            """
            SELECT unnest(ARRAY[file_path, split_part(file_path, '.', 1) || '.320.webp',
                                split_part(file_path, '.', 1) || '.640.webp'])
            FROM images
            """)
        .stream()
        .filter(file -> !files.contains(file))
        .toList();
  }

  /// Files that belong to no picture.
  List<String> orphanFiles() {
    var stems = Set.copyOf(rows("SELECT split_part(file_path, '.', 1) FROM images"));
    return files().stream()
        .filter(file -> !stems.contains(file.substring(0, file.indexOf('.'))))
        .toList();
  }

  private Set<String> files() {
    try (var all = Files.walk(data.resolve("files"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> rows(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
