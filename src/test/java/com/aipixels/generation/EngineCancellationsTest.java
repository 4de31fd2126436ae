package com.aipixels.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.engines.EngineCapabilities;
import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.ImageEngine;
import com.aipixels.engines.Lookup;
import com.aipixels.engines.Submission;
import com.aipixels.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EngineCancellationsTest {

  private static final UserId MEMBER = new UserId("member");

  private final DataSource database = TestDatabase.freshlyMigrated();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final QueueTable queue = new QueueTable(jdbc);
  private final ClaimTable claims = new ClaimTable(jdbc);
  private final GenerationTable generations = new GenerationTable(jdbc);
  private final Ordering engine = new Ordering();
  private final EngineCancellations cancellations =
      new EngineCancellations(new EngineCancellationTable(jdbc), engine);

  /// An engine that was asked for a picture, and hears whether it is still wanted.
  private static final class Ordering implements ImageEngine {

    private final List<String> cancelled = new ArrayList<>();
    private Lookup found = new Lookup.Missing();
    private boolean away;

    @Override
    public String name() {
      return "painter";
    }

    @Override
    public EngineCapabilities capabilities() {
      return new EngineCapabilities("model", true, true, true, false, 1);
    }

    @Override
    public Submission submit(EngineRequest request) {
      return new Submission.Unclear();
    }

    @Override
    public Lookup find(EngineRequest request, Instant submittedAfter) {
      return found;
    }

    @Override
    public EngineResult poll(String reference, EngineRequest request) {
      return new EngineResult.Working(0.5);
    }

    @Override
    public boolean cancel(String reference) {
      if (!away) {
        cancelled.add(reference);
      }
      return !away;
    }
  }

  @Test
  void theEngineIsToldOfARequestWhoseWorkerDied() {
    cancelled("ref");

    cancellations.cancelForgotten();
    later();
    cancellations.cancelForgotten();

    assertThat(engine.cancelled).as("once").containsExactly("ref");
  }

  @Test
  void whoeverIsAtWorkIsGivenTimeToTellItThemselves() {
    var id = cancelled("ref");
    jdbc.sql("UPDATE generations SET finished_at = clock_timestamp()").update();

    cancellations.cancelForgotten();
    assertThat(engine.cancelled).isEmpty();

    cancellations.cancel(id, "ref");
    later();
    cancellations.cancelForgotten();
    assertThat(engine.cancelled).containsExactly("ref");
  }

  @Test
  void anEngineThatIsAwayIsToldWhenItIsBack() {
    cancelled("ref");
    engine.away = true;
    cancellations.cancelForgotten();
    engine.away = false;

    cancellations.cancelForgotten();
    assertThat(engine.cancelled).as("before the pause has passed").isEmpty();

    later();
    cancellations.cancelForgotten();
    assertThat(engine.cancelled).containsExactly("ref");
  }

  @Test
  void whatWasOrderedAndNeverNotedIsLookedFor() {
    cancelled(null);
    engine.found = new Lookup.Unavailable(Duration.ofSeconds(2));
    cancellations.cancelForgotten();
    later();
    engine.found = new Lookup.Found("found");

    cancellations.cancelForgotten();

    assertThat(engine.cancelled).containsExactly("found");
  }

  @Test
  void whatNeverArrivedIsLookedForOnce() {
    cancelled(null);
    cancellations.cancelForgotten();
    later();
    engine.found = new Lookup.Found("of somebody else");

    cancellations.cancelForgotten();

    assertThat(engine.cancelled).isEmpty();
  }

  @Test
  void whatWasNeverOrderedAndWhatHasEndedByItselfIsLeft() {
    generations.cancel(MEMBER, GivenRequest.of(MEMBER.value(), generations));
    cancelled("too late");
    later();
    jdbc.sql("UPDATE generations SET deadline = clock_timestamp()").update();

    cancellations.cancelForgotten();

    assertThat(engine.cancelled).isEmpty();
  }

  private GenerationId cancelled(@Nullable String reference) {
    var id = GivenRequest.of(MEMBER.value(), generations);
    var claim =
        queue.claim(1, 10, Set.of(), 2, Duration.ofSeconds(15)).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    claims.translated(claim, "the sea");
    claims.submitting(claim);
    if (reference != null) {
      claims.submitted(claim, reference);
    }
    assertThat(generations.cancel(MEMBER, id)).isTrue();
    later();
    return id;
  }

  private void later() {
    jdbc.sql(
            """
            UPDATE generations
            SET finished_at = finished_at - interval '1 minute', not_before = not_before - interval '1 minute'
            """)
        .update();
  }
}
