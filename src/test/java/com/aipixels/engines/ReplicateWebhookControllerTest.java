package com.aipixels.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReplicateWebhookControllerTest {

  private static final UUID GENERATION = UUID.fromString("0199a8f0-0000-7000-8000-000000000001");
  private static final byte[] BODY = "{\"status\":\"succeeded\"}".getBytes(StandardCharsets.UTF_8);

  private final List<Object> nudges = new CopyOnWriteArrayList<>();
  private Replicate replicate;

  @BeforeEach
  void start() throws Exception {
    replicate = new Replicate();
    replicate.with("webhook-secret", FakeReplicate.WEBHOOK_SECRET);
  }

  @AfterEach
  void stop() {
    replicate.close();
  }

  @Test
  void aSignedWebhookIsAWakeUp() throws Exception {
    mvc().perform(signed(BODY)).andExpect(status().isNoContent());

    assertThat(nudges).containsExactly(new EngineNudged(GENERATION));
  }

  @Test
  void doesNotReadTheBody() throws Exception {
    mvc()
        .perform(signed("no JSON at all".getBytes(StandardCharsets.UTF_8)))
        .andExpect(status().isNoContent());

    assertThat(nudges).containsExactly(new EngineNudged(GENERATION));
  }

  @Test
  void aForgedWebhookIsNothing() {
    assertProblem(
        ProblemCode.VALIDATION_FAILED, signed(BODY).content("{}".getBytes(StandardCharsets.UTF_8)));
    assertProblem(ProblemCode.VALIDATION_FAILED, to(GENERATION.toString()).content(BODY));
  }

  @Test
  void aWebhookForNoGenerationIsNothing() throws Exception {
    mvc().perform(to("latest").content(BODY)).andExpect(status().isBadRequest());

    assertThat(nudges).isEmpty();
  }

  @Test
  void longBodiesAreNotReadToTheEnd() {
    assertProblem(ProblemCode.CONTENT_TOO_LARGE, signed(new byte[256 * 1024 + 1]));
  }

  @Test
  void acceptsTheLongestBody() throws Exception {
    mvc().perform(signed(new byte[256 * 1024])).andExpect(status().isNoContent());
  }

  @Test
  void doesNotExistWithoutASecret() {
    replicate.with("webhook-secret", "");

    assertProblem(ProblemCode.NOT_FOUND, signed(BODY));
  }

  @Test
  void asksReplicateOnceForTheSecretWhenOnlyTheAddressIsSet() throws Exception {
    replicate.with("webhook-secret", "").with("public-url", "https://aipixels.example");
    var mvc = mvc();

    mvc.perform(signed(BODY)).andExpect(status().isNoContent());
    mvc.perform(signed(BODY)).andExpect(status().isNoContent());

    assertThat(replicate.fake.requests())
        .filteredOn(request -> request.path().equals("/v1/webhooks/default/secret"))
        .hasSize(1);
  }

  @Test
  void strangersCannotMakeItAskReplicateAllTheTime() throws Exception {
    replicate.with("webhook-secret", "").with("public-url", "https://aipixels.example");
    replicate.fake.misbehave("once-secret-500");
    var mvc = mvc();

    assertProblem(mvc, ProblemCode.NOT_FOUND, signed(BODY));
    assertProblem(mvc, ProblemCode.NOT_FOUND, signed(BODY));
    assertThat(replicate.fake.requests()).hasSize(1);

    replicate.turn(Duration.ofMinutes(1));
    mvc.perform(signed(BODY)).andExpect(status().isNoContent());
  }

  @Test
  void hearsWhatReplicateSendsTwiceAndOutOfOrder() throws Exception {
    replicate.fake.knobs().webhookCopies = 3;
    replicate.fake.knobs().webhookReordered = true;

    assertThat(webhooksOf("a cat", 4)).containsOnly(204);
    assertThat(nudges).hasSize(4).containsOnly(new EngineNudged(GENERATION));
  }

  @Test
  void doesNotHearWhatOthersSend() throws Exception {
    replicate.fake.knobs().webhookForged = true;

    assertThat(webhooksOf("a cat", 1)).containsOnly(400);
    assertThat(nudges).isEmpty();
  }

  /// The statuses that the fake was answered with when a prediction completed.
  private Iterable<Integer> webhooksOf(String prompt, int expected) throws Exception {
    var here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    here.createContext("/", this::forward);
    here.start();
    try {
      replicate.with("public-url", "http://127.0.0.1:" + here.getAddress().getPort());
      replicate.accepted(Replicate.request(GENERATION, prompt));
      await()
          .until(() ->
              replicate.fake.webhooks().answers().values().stream()
                      .mapToInt(Integer::intValue)
                      .sum()
                  == expected);
      return replicate.fake.webhooks().answers().keySet();
    } finally {
      here.stop(0);
    }
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = received(exchange);
      int status;
      try {
        status = mvc().perform(request).andReturn().getResponse().getStatus();
      } catch (Exception refused) {
        status = refused.getCause() instanceof Problem problem ? problem.code().status() : 500;
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static MockHttpServletRequestBuilder received(HttpExchange exchange) throws IOException {
    var request = post(exchange.getRequestURI()).content(exchange.getRequestBody().readAllBytes());
    exchange.getRequestHeaders().forEach((name, values) -> request.header(name, values.toArray()));
    return request;
  }

  private void assertProblem(ProblemCode code, MockHttpServletRequestBuilder request) {
    assertProblem(mvc(), code, request);
  }

  private void assertProblem(MockMvc mvc, ProblemCode code, MockHttpServletRequestBuilder request) {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> mvc.perform(request))
        .havingCause()
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    assertThat(nudges).isEmpty();
  }

  private MockMvc mvc() {
    var secret = new WebhookSecret(replicate.settings(), replicate.api(), replicate.clock());
    return MockMvcBuilders.standaloneSetup(new ReplicateWebhookController(secret, nudges::add))
        .build();
  }

  private static MockHttpServletRequestBuilder to(String generation) {
    return post("/webhooks/replicate/" + generation);
  }

  private static MockHttpServletRequestBuilder signed(byte[] body) {
    var at = Replicate.NOON.getEpochSecond();
    var signature = FakeWebhooks.signature(FakeReplicate.WEBHOOK_SECRET, "msg_1", at, body);
    return to(GENERATION.toString())
        .header("webhook-id", "msg_1")
        .header("webhook-timestamp", Long.toString(at))
        .header("webhook-signature", signature)
        .content(body);
  }
}
