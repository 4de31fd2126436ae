package com.aipixels.gallery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A database that remembers what it was last asked, to the letter, and can tell how it would find
/// the answer.
final class Recorder {

  private static final Object NOTHING = new Object();

  /// Of the topmost step, which includes all others.
  private static final Pattern PAGES =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

  private final DataSource database;
  private final TreeMap<Integer, Object> values = new TreeMap<>();
  private String sql = "";

  Recorder(DataSource database) {
    this.database = database;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, database);
  }

  /// The plan of what was asked last.
  ///
  /// @param mode of `plan_cache_mode`: a driver that prepares statements gets generic plans
  List<String> plan(String mode) {
    return explain("COSTS OFF", mode);
  }

  /// How many pages of the database were touched to answer what was asked last; read twice, so that
  /// nothing is counted that only a first reader does.
  int pages(String mode) {
    explain("ANALYZE, BUFFERS", mode);
    return explain("ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF", mode).stream()
        .map(PAGES::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> count(found.group(1)) + count(found.group(2)))
        .orElseThrow();
  }

  private static int count(@Nullable String pages) {
    return pages == null ? 0 : Integer.parseInt(pages);
  }

  private List<String> explain(String options, String mode) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE asked" + list(Recorder::type) + " AS " + numbered());
      var plan = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "EXPLAIN (%s) EXECUTE asked%s".formatted(options, list(Recorder::literal)))) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      statement.execute("DEALLOCATE asked");
      statement.execute("RESET plan_cache_mode");
      return plan;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String numbered() {
    var parts = sql.split("\\?", -1);
    var text = new StringBuilder(parts[0]);
    for (int n = 1; n < parts.length; n++) {
      text.append('$').append(n).append(parts[n]);
    }
    return text.toString();
  }

  private String list(Function<Object, String> of) {
    return values.isEmpty()
        ? ""
        : values.values().stream().map(of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String type(Object value) {
    return switch (value) {
      case Integer _ -> "integer";
      case Double _ -> "double precision";
      case LocalDateTime _ -> "timestamp";
      default -> "varchar";
    };
  }

  private static String literal(Object value) {
    return NOTHING.equals(value) ? "NULL" : "'" + value + "'";
  }

  private <T> T proxy(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            Recorder.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> pass(target, method, arguments)));
  }

  private Object pass(Object target, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")) {
      sql = (String) arguments[0];
      values.clear();
    } else if (target instanceof PreparedStatement && method.getName().startsWith("set")) {
      if (arguments[0] instanceof Integer position && arguments.length > 1) {
        values.put(position, method.getName().equals("setNull") ? NOTHING : arguments[1]);
      }
    }
    try {
      var result = method.invoke(target, arguments);
      return switch (result) {
        case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
        case Connection connection when target instanceof DataSource ->
            proxy(Connection.class, connection);
        case null, default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
