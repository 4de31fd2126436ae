package com.aipixels.identity;

import static com.aipixels.identity.TokenFixture.aKey;
import static com.aipixels.identity.TokenFixture.aSession;
import static com.aipixels.identity.TokenFixture.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.client.RestClient;

class SigningKeysTest {

  private static final RSAKey KEY = aKey("ins_first", 2048);
  private static final RSAKey NEXT_KEY = aKey("ins_next", 2048);
  private static final RSAKey WEAK_KEY = aKey("ins_weak", 1024);

  private final TurnableClock clock = new TurnableClock(TokenFixture.NOW);
  private final FakeClerk clerk = new FakeClerk();
  private SessionTokens tokens;

  @BeforeEach
  void readTheKeysOfClerk() {
    clerk.publishes(published(KEY.toPublicJWK(), WEAK_KEY.toPublicJWK()));
    tokens = tokens();
  }

  @AfterEach
  void close() {
    clerk.close();
  }

  @Test
  void fetchesTheKeysOnceForManySessions() {
    var sessions = IntStream.range(0, 20).mapToObj(SigningKeysTest::sessionOf);

    assertThat(sessions.map(tokens::judge)).allMatch(Verdict.Genuine.class::isInstance);
    assertThat(clerk.timesAsked()).isEqualTo(1);
  }

  @Test
  void fetchesTheKeysOnceForManyAtTheSameTime() throws Exception {
    var judgings =
        IntStream.range(0, 50)
            .mapToObj(SigningKeysTest::sessionOf)
            .map(session -> (Callable<Verdict>) () -> tokens.judge(session))
            .toList();

    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var verdict : together.invokeAll(judgings)) {
        assertThat(verdict.get()).isInstanceOf(Verdict.Genuine.class);
      }
    }
    assertThat(clerk.timesAsked()).isEqualTo(1);
  }

  @Test
  void learnsOfANewKeyWhenItsFirstTokenComes() {
    tokens.judge(aSession(KEY));
    clerk.publishes(published(NEXT_KEY.toPublicJWK()));

    assertThat(tokens.judge(aSession(NEXT_KEY))).isInstanceOf(Verdict.Genuine.class);
    assertThat(tokens.judge(sessionOf(1))).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void forgetsWhatAWithdrawnKeyHasSignedWithinAMinute() {
    tokens.judge(aSession(KEY));
    clerk.publishes(published(NEXT_KEY.toPublicJWK()));
    tokens.judge(aSession(NEXT_KEY));
    clock.turn(Duration.ofMinutes(1));

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void hardlyAsksClerkForTenThousandMadeUpKeys() {
    tokens.judge(aSession(KEY));

    assertThat(IntStream.range(0, 10_000).mapToObj(SigningKeysTest::aMadeUpToken))
        .extracting(tokens::judge)
        .allMatch(Verdict.Refused.class::isInstance);
    assertThat(clerk.timesAsked()).isLessThanOrEqualTo(2);
  }

  @Test
  void keepsTheOldKeysWhileClerkIsAway() {
    tokens.judge(aSession(KEY));
    clerk.failsWith(503);
    clock.turn(Duration.ofHours(2));

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Genuine.class);
    assertThat(clerk.timesAsked()).isEqualTo(2);
  }

  @Test
  void keepsTheOldKeysWhileMadeUpOnesUseUpTheQuestions() {
    tokens.judge(aSession(KEY));
    clerk.failsWith(503);
    clock.turn(Duration.ofMinutes(5).minusSeconds(1));
    IntStream.range(0, 10).mapToObj(SigningKeysTest::aMadeUpToken).forEach(tokens::judge);
    clock.turn(Duration.ofSeconds(2));

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void forgetsTheOldKeysAfterADayWithoutClerk() {
    tokens.judge(aSession(KEY));
    clerk.failsWith(503);
    clock.turn(Duration.ofHours(25));

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void cannotTellWithoutAnyKeys() {
    clerk.failsWith(503);

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void cannotTellWhenTheAnswerIsNotAKeySet() {
    clerk.publishes("{\"keys\":");

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void doesNotWaitForeverForTheKeys() {
    clerk.stalls();

    assertThat(tokens.judge(aSession(KEY))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void doesNotTrustAShortKey() {
    assertThat(tokens.judge(aSession(WEAK_KEY))).isInstanceOf(Verdict.Refused.class);
  }

  private SessionTokens tokens() {
    var own = new OwnAddress(new StandardEnvironment());
    var settings = clerk.settings();
    var instance = new ClerkInstance(settings, own);
    var api = new ClerkApi(instance, settings, RestClient.builder(), clock);
    return new SessionTokens(
        new SigningKeys(new ClerkKeys(api), clock), instance, new Origins(settings, own), clock);
  }

  private static String sessionOf(int member) {
    return aSession(KEY, claims -> claims.subject("user_" + member));
  }

  private static String aMadeUpToken(int number) {
    var header = "{\"alg\":\"RS256\",\"kid\":\"ins_%d\"}".formatted(number);
    return base64(header) + "." + base64("{}") + "." + base64("signature");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
