package com.aipixels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every place that can hold a word: each row of each table, whatever its columns, and each file,
/// its name and its bytes.
public final class Residue {

  private final JdbcClient database;
  private final Path files;

  public Residue(JdbcClient database, Path files) {
    this.database = database;
    this.files = files;
  }

  /// Where something may be found.
  public record Column(String table, String name) {}

  /// Whether a column holds exactly this word.
  public boolean in(Column column, String word) {
    return database
        .sql(
            "SELECT EXISTS (SELECT FROM %s WHERE %s::text = :word)"
                .formatted(column.table(), column.name()))
        .param("word", word)
        .query(Boolean.class)
        .single();
  }

  /// Where the word is found.
  public List<String> of(String word) {
    var places = new ArrayList<String>();
    tables().stream().filter(table -> holds(table, word)).forEach(places::add);
    places.addAll(filesWith(word));
    return places;
  }

  private List<String> tables() {
    return database
        .sql(
            """
            SELECT format('%I.%I', table_schema, table_name)
            FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Of a whole row as text; arrays, JSON and numbers are in there too.
  private boolean holds(String table, String word) {
    return database
        .sql("SELECT EXISTS (SELECT FROM %s t WHERE strpos(t::text, :word) > 0)".formatted(table))
        .param("word", word)
        .query(Boolean.class)
        .single();
  }

  private List<String> filesWith(String word) {
    try (var paths = Files.walk(files)) {
      return paths
          .filter(path -> path.toString().contains(word) || contains(path, word))
          .map(Path::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return Files.isRegularFile(file)
          && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
