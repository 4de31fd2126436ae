package com.aipixels.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vectors were computed with other people's libraries; see `webhook-vectors.json`.
class WebhookSignatureTest {

  private static final String SECRET = "whsec_QUlQaXhlbHMtcmVwbGljYXRlLWhvb2sta2V5LTAwMDI=";
  private static final String ID = "msg_2testREPLICATE0001";
  private static final String AT = "1767225600";
  private static final String GOOD = "v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=";
  private static final byte[] BODY =
      "{\"id\":\"gm3qorzdhgbfurvjtvhg6dckhu\",\"status\":\"succeeded\"}"
          .getBytes(StandardCharsets.UTF_8);

  record Vector(String secret, String id, long at, String body, String signature) {}

  static Stream<Vector> vectors() throws Exception {
    JsonNode all;
    try (var file = WebhookSignatureTest.class.getResourceAsStream("webhook-vectors.json")) {
      all = new JsonMapper().readTree(file);
    }
    var svix = all.path("svix");
    return Stream.concat(
        Stream.of(all.path("official_svix_docs"), all.path("replicate"))
            .map(vector -> vector(vector.path("secret").asString(), vector)),
        svix.path("vectors")
            .valueStream()
            .map(vector -> vector(svix.path("secret").asString(), vector)));
  }

  private static Vector vector(String secret, JsonNode vector) {
    return new Vector(
        secret,
        vector.path("id").asString(),
        vector.path("timestamp").asLong(),
        vector.path("body").asString(),
        vector.path("signature").asString());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsWhatOtherLibrariesSign(Vector vector) {
    var signature = new WebhookSignature(vector.secret(), () -> Instant.ofEpochSecond(vector.at()));
    var body = vector.body().getBytes(StandardCharsets.UTF_8);

    assertThat(signature.accepts(vector.id(), Long.toString(vector.at()), vector.signature(), body))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsOtherLibrariesDo(Vector vector) {
    var signature = new WebhookSignature(vector.secret(), () -> Instant.ofEpochSecond(vector.at()));
    var body = vector.body().getBytes(StandardCharsets.UTF_8);

    assertThat(signature.sign(vector.id(), Long.toString(vector.at()), body))
        .isEqualTo(vector.signature());
  }

  @Test
  void signsWithEverySecretWhileTheyRotate() {
    var both = signature(SECRET + ",whsec_b2xk").sign(ID, AT, BODY);

    assertThat(both).startsWith(GOOD + " v1,");
    assertThat(signature("whsec_b2xk").accepts(ID, AT, both, BODY)).isTrue();
    assertThat(signature("whsec_b3RoZXI=").accepts(ID, AT, both, BODY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg 1", "msg/1", "msg\u00001", "msg_한"})
  void refusesIdsThatNobodyShouldStore(String id) {
    var signature = signature(SECRET);

    assertThat(signature.accepts(id, AT, signature.sign(id, AT, BODY), BODY)).isFalse();
  }

  @Test
  void refusesIdsLongerThanAnybodySends() {
    var signature = signature(SECRET);
    var longest = "m".repeat(128);
    var longer = "m".repeat(129);

    assertThat(signature.accepts(longest, AT, signature.sign(longest, AT, BODY), BODY)).isTrue();
    assertThat(signature.accepts(longer, AT, signature.sign(longer, AT, BODY), BODY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
  void toleratesFiveMinutesEitherWay(long late, boolean accepted) {
    var signature =
        new WebhookSignature(SECRET, () -> Instant.ofEpochSecond(1_767_225_600L + late));

    assertThat(signature.accepts(ID, AT, GOOD, BODY)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none | 1767225600 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | none | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 1767225600 | none",
        "msg_2testREPLICATE0002 | 1767225600 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 1767225601 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 0x69557c00 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | -1767225600 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 99999999999999999999 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 1767225600 | v2,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 1767225600 | v1a,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 1767225600 | sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "msg_2testREPLICATE0001 | 1767225600 | v1,",
        "msg_2testREPLICATE0001 | 1767225600 | ''",
        "'' | 1767225600 | v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
      })
  void refusesWhatIsMissingOrChanged(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures) {
    assertThat(signature(SECRET).accepts(id, timestamp, signatures, BODY)).isFalse();
  }

  @Test
  void refusesAChangedBody() {
    var newline = "{\"id\":\"gm3qorzdhgbfurvjtvhg6dckhu\",\"status\":\"succeeded\"}\n";

    assertThat(signature(SECRET).accepts(ID, AT, GOOD, newline.getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void refusesEveryOtherSignature() {
    var signature = signature(SECRET);
    var chance = new Random(1);

    for (int i = 0; i < 20_000; i++) {
      var forged = new StringBuilder(GOOD);
      int at = chance.nextInt(forged.length());
      char other = (char) (33 + chance.nextInt(94));
      if (forged.charAt(at) != other) {
        forged.setCharAt(at, other);
        assertThat(signature.accepts(ID, AT, forged.toString(), BODY)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1,AAAA v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "v1a,AAAA  v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY=",
        "'  v1,sG2LQklHzNUQdIgXbOGLsLsdKn7vjXDP5G++IeQ1YcY= '",
      })
  void oneGoodSignatureOfSeveralIsEnough(String signatures) {
    assertThat(signature(SECRET).accepts(ID, AT, signatures, BODY)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whsec_b2xk,whsec_QUlQaXhlbHMtcmVwbGljYXRlLWhvb2sta2V5LTAwMDI=",
        "whsec_QUlQaXhlbHMtcmVwbGljYXRlLWhvb2sta2V5LTAwMDI= , whsec_b2xk",
        "QUlQaXhlbHMtcmVwbGljYXRlLWhvb2sta2V5LTAwMDI=",
      })
  void anyOfTheSecretsFits(String secrets) {
    assertThat(signature(secrets).accepts(ID, AT, GOOD, BODY)).isTrue();
  }

  @Test
  void saysWhenASecretIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signature("whsec_###"))
        .withMessage("A webhook secret must be whsec_ followed by Base64.");
  }

  private static WebhookSignature signature(String secrets) {
    return new WebhookSignature(secrets, () -> Instant.ofEpochSecond(1_767_225_600));
  }
}
