package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.client.RestClient;

class ModeratorsTest {

  private static final UserId JUDGE = new UserId("user_judge");
  private static final Viewer VIEWER = new Viewer.Member(JUDGE);

  private final TurnableClock clock = new TurnableClock(TokenFixture.NOW);
  private final FakeClerk clerk = new FakeClerk();
  private final Moderators moderators = moderators();

  @AfterEach
  void close() {
    clerk.close();
  }

  @Test
  void aModeratorIsWhoeverClerkCallsOneAtThatMoment() {
    clerk.knows("user_judge", "\"public_metadata\": {\"role\": \"moderator\"}");
    assertThat(moderators.check(VIEWER)).isEqualTo(JUDGE);

    clerk.knows("user_judge", "\"public_metadata\": {\"role\": \"editor\"}");
    refuses(() -> moderators.check(VIEWER), ProblemCode.NOT_FOUND);
    clerk.knows("user_judge", "\"public_metadata\": {}");
    refuses(() -> moderators.check(VIEWER), ProblemCode.NOT_FOUND);
    clerk.forgets("user_judge");
    refuses(() -> moderators.check(VIEWER), ProblemCode.NOT_FOUND);
    assertThat(clerk.timesAsked()).isEqualTo(4);
  }

  @Test
  void nobodyModeratesWhileClerkIsAway() {
    clerk.knows("user_judge", "\"public_metadata\": {\"role\": \"moderator\"}");
    clerk.failsWith(500);
    refuses(() -> moderators.check(VIEWER), ProblemCode.UNAVAILABLE);
    clerk.recovers();
    refuses(() -> moderators.check(VIEWER), ProblemCode.UNAVAILABLE);

    clock.turn(Duration.ofSeconds(6));

    assertThat(moderators.check(VIEWER)).isEqualTo(JUDGE);
  }

  @Test
  void aGuestIsAskedToSignInAndClerkIsNotAsked() {
    refuses(() -> moderators.check(new Viewer.Guest()), ProblemCode.UNAUTHENTICATED);
    assertThat(clerk.timesAsked()).isZero();
  }

  private static void refuses(ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private Moderators moderators() {
    var instance = new ClerkInstance(clerk.settings(), new OwnAddress(new StandardEnvironment()));
    return new Moderators(new ClerkApi(instance, clerk.settings(), RestClient.builder(), clock));
  }
}
