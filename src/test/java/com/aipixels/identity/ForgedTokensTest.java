package com.aipixels.identity;

import static com.aipixels.identity.TokenFixture.NOW;
import static com.aipixels.identity.TokenFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class ForgedTokensTest {

  private static final RSAKey KEY = aKey("ins_ours", 2048);

  /// More than any of them takes, and less than anybody could use to keep us busy.
  private static final Duration AT_MOST = Duration.ofSeconds(1);

  @Test
  void noneIsTakenForASession() throws Exception {
    var tokens = tokens();
    assertThat(tokens.judge(ForgedTokens.genuine(KEY))).isInstanceOf(Verdict.Genuine.class);

    var forged = ForgedTokens.of(KEY);
    var taken = new TreeSet<String>();
    var slow = new TreeSet<String>();
    forged.forEach((wrong, token) -> {
      var begun = System.nanoTime();
      if (!(tokens.judge(token) instanceof Verdict.Refused)) {
        taken.add(wrong);
      }
      if (System.nanoTime() - begun > AT_MOST.toNanos()) {
        slow.add(wrong);
      }
    });

    assertThat(taken).as("of %s", forged.size()).isEmpty();
    assertThat(slow).isEmpty();
    assertThat(forged).hasSizeGreaterThan(200);
  }

  private static SessionTokens tokens() {
    try (var clerk = new FakeClerk()) {
      var own = new OwnAddress(new StandardEnvironment());
      return new SessionTokens(
          new ImmutableJWKSet<>(new JWKSet(KEY)),
          new ClerkInstance(clerk.settings(), own),
          new Origins(clerk.settings(), own),
          InstantSource.fixed(NOW));
    }
  }
}
