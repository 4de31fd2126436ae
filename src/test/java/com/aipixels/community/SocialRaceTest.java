package com.aipixels.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.database.Lane;
import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Sixty-four members do everything at once to few pictures, comments and each other, while other
/// programs write the same tables, pictures are deleted and members forgotten.
/// `-Daipixels.operations=100000` runs the long form.
@HouseTest
@TestPropertySource(properties = "aipixels.story=social-race")
@Execution(ExecutionMode.CONCURRENT)
class SocialRaceTest {

  private static final int OPERATIONS = Integer.getInteger("aipixels.operations", 3000);
  private static final int MEMBERS = 64;
  private static final int FORGOTTEN = 8;
  private static final int FOREIGN = 4;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;
  @Autowired List<MemberData> kept;

  private final AtomicInteger left = new AtomicInteger(OPERATIONS);
  private final AtomicInteger lockWaits = new AtomicInteger();
  private final Map<String, LongAdder> counted = new ConcurrentHashMap<>();

  @Test
  void countersAreExactAndNothingBreaksWhateverRuns() throws Exception {
    var before = deadlocks();
    var members =
        IntStream.range(0, MEMBERS).mapToObj(n -> Caller.signedIn(port, "race" + n)).toList();
    var stage = new RaceStage(new Wall(jdbc), Caller.signedIn(port, "racemaker"));
    var ids = members.stream().map(Caller::userId).toList();

    var work = new ArrayList<Callable<Boolean>>();
    for (int n = 0; n < MEMBERS; n++) {
      var client = new RaceClient(members.get(n), stage, ids, n);
      work.add(() -> repeat(client::act));
    }
    for (int n = 0; n < FOREIGN; n++) {
      var program = new RaceProgram(jdbc, stage, ids, n);
      work.add(() -> repeat(program::act));
    }
    work.add(() -> forget(ids.subList(0, FORGOTTEN)));
    work.add(this::watchLocks);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }

    var summary = new TreeMap<>(counted);
    System.out.printf(
        "%d operations: %s; %d times somebody was seen waiting for a lock%n",
        OPERATIONS, summary, lockWaits.get());
    assertThat(summary.keySet()).noneMatch(outcome -> outcome.matches(".* 5.."));
    assertThat(summary.keySet()).contains("like 200", "say 201", "remove 204", "follow 200");
    assertThat(lockWaits).hasPositiveValue();
    assertThat(new Wall(jdbc).wrongCounters()).isZero();
    assertThat(deadlocks()).isEqualTo(before);
  }

  private boolean repeat(Callable<String> act) throws Exception {
    while (left.getAndDecrement() > 0) {
      counted.computeIfAbsent(act.call(), _ -> new LongAdder()).increment();
    }
    return true;
  }

  private boolean watchLocks() {
    while (left.get() > 0) {
      lockWaits.addAndGet(
          jdbc.sql(
                  """
                  SELECT count(*) FROM pg_stat_activity
                  WHERE wait_event_type = 'Lock' AND datname = current_database()
                  """)
              .query(Integer.class)
              .single());
    }
    return true;
  }

  /// Erases some members again and again, while they go on.
  private boolean forget(List<String> ids) {
    while (left.get() > 0) {
      ids.forEach(id -> kept.forEach(data -> data.forget(new UserId(id))));
    }
    return true;
  }

  /// What sessions have counted is known for certain when they have ended.
  private int deadlocks() throws SQLException {
    for (var lane : Lane.values()) {
      lane.call(() -> database.unwrap(HikariDataSource.class))
          .getHikariPoolMXBean()
          .softEvictConnections();
    }
    return jdbc.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        .query(Integer.class)
        .single();
  }
}
