package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// How the API says no, to every kind of caller's mistake.
@HouseTest
class RefusalTest {

  private static final String GENERATIONS = "/api/v1/generations";

  @LocalServerPort int port;
  private Caller member;

  @BeforeEach
  void signIn() {
    member = Caller.signedIn(port, "clumsy");
  }

  @Test
  void speaksTheSameWayOfAnAddressThatTheFirewallRefuses() {
    var answer = Caller.guest(port).get("/api/v1/images;x=1");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Caller.json(answer).get("code").asString()).isEqualTo("validation_failed");
  }

  @Test
  void showsNoPageToWhoeverSendsJson() {
    var answer =
        Caller.guest(port)
            .post(
                "/local-clerk/sign-in",
                Map.of("username", "clumsy"),
                "Accept",
                "text/html;charset=x");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void namesTheFieldItDoesNotKnow() {
    var problem =
        refused(ask("{\"prompt\": \"sea\", \"promptt\": \"sea\"}"), 400, "validation_failed");
    assertThat(errors(problem)).containsExactly("promptt: is not a field of this request");
  }

  @Test
  void namesTheWordsThatAFieldMayHave() {
    var problem =
        refused(ask("{\"prompt\": \"sea\", \"style\": \"crayon\"}"), 400, "validation_failed");
    assertThat(errors(problem))
        .singleElement()
        .asString()
        .startsWith("style: must be one of realistic, ")
        .contains("oil-painting", "3d-render");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"prompt\": [\"sea\"]} | prompt: must be text",
        "{\"prompt\": {}} | prompt: must be text",
        "{\"prompt\": \"sea\", \"seed\": \"many\"} | seed: must be a whole number",
        "{\"prompt\": \"sea\", \"seed\": 1.5} | seed: must be a whole number",
        "{\"prompt\": \"sea\", \"seed\": -1} | seed: must be between 0 and 2147483647",
        "{\"prompt\": \"sea\", \"tags\": \"sea\"} | tags: must be a list",
        "{\"prompt\": \"sea\", \"allowDownload\": \"perhaps\"} | allowDownload: must be true or false",
        "{\"prompt\": \"sea\", \"visibility\": 1} | visibility: must be one of private, public",
        "{} | prompt: must have 1 to 2000 characters",
        "{\"prompt\": \"  \"} | prompt: must have 1 to 2000 characters",
        "{\"prompt\": \"a\\u0000b\"} | prompt: must not contain NUL or unpaired surrogates",
        "{\"prompt\": \"a\\ud83d\"} | prompt: must not contain NUL or unpaired surrogates",
        "{\"prompt\": \"\\ude00a\"} | prompt: must not contain NUL or unpaired surrogates",
      })
  void saysWhichFieldBreaksWhichRule(String body, String error) {
    assertThat(errors(refused(ask(body), 400, "validation_failed"))).containsExactly(error);
  }

  @Test
  void refusesANumberThatNoFieldCanHold() {
    var problem =
        refused(
            ask("{\"prompt\": \"sea\", \"seed\": 99999999999999999999}"), 400, "validation_failed");
    assertThat(problem.get("detail").asString()).isEqualTo("A number in the body is out of range.");
  }

  @Test
  void tellsEveryBrokenRuleAtOnce() {
    var body = Map.of("prompt", "", "title", "t".repeat(256), "seed", -1);
    assertThat(errors(refused(member.post(GENERATIONS, body), 400, "validation_failed")))
        .extracting(error -> error.substring(0, error.indexOf(':')))
        .containsExactly("prompt", "title", "seed");
  }

  @Test
  void measuresTextInCodePoints() {
    var tooLong = Map.of("prompt", "😀".repeat(2001));
    refused(member.post(GENERATIONS, tooLong), 400, "validation_failed");

    var generation = member.ask(Map.of("prompt", "😀".repeat(2000), "imageSize", "small"));

    var shown = Caller.json(member.get(GENERATIONS + "/" + generation));
    assertThat(shown.get("prompt").asString().codePoints().count()).isEqualTo(2000);
    member.post(GENERATIONS + "/" + generation + "/cancel", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "\"sea\"", "{\"prompt\": \"sea\"} {}", "{'prompt': 1}"})
  void refusesWhatIsNoJsonObject(String body) {
    refused(ask(body), 400, "validation_failed");
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] halfAnEmoji = "{\"prompt\": \"a?\"}".getBytes(StandardCharsets.US_ASCII);
    halfAnEmoji[13] = (byte) 0xED;
    refused(post(halfAnEmoji, "application/json"), 400, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "many", "99999999999"})
  void refusesAPageOfNoSize(String limit) {
    for (var list : List.of("/images", "/me/images", "/generations", "/me/credits/entries")) {
      var problem =
          refused(member.get("/api/v1" + list + "?limit=" + limit), 400, "validation_failed");
      assertThat(errors(problem)).singleElement().asString().startsWith("limit: must be");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bm90IG91cnM", "%F0%9F%98%80", "..", "", "AAAA"})
  void refusesACursorThatItDidNotMake(String cursor) {
    for (var list : List.of("/images", "/me/images", "/generations", "/me/credits/entries")) {
      refused(member.get("/api/v1" + list + "?cursor=" + cursor), 400, "invalid_cursor");
    }
  }

  @Test
  void refusesAWordThatIsNoFilter() {
    var problem = refused(member.get("/api/v1/images?category=cats"), 400, "validation_failed");
    assertThat(errors(problem))
        .singleElement()
        .asString()
        .startsWith("category: must be one of portrait, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api/v1",
        "/api/v1/nowhere",
        "/api/v1/images/nine",
        "/api/v1/images/2000000000",
        "/api/v1/images/99999999999",
        "/api/v1/generations/1",
        "/api/v1/generations/00000000-0000-4000-8000-000000000000",
        "/files/nothing.png"
      })
  void knowsNothingOfOtherAddresses(String path) {
    refused(member.get(path), 404, "not_found");
  }

  @Test
  void namesTheMethodsThatAnAddressKnows() {
    var answer = member.delete("/api/v1/me/credits");
    refused(answer, 405, "method_not_allowed");
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void readsOnlyJson(String type) {
    refused(
        post("{\"prompt\": \"sea\"}".getBytes(StandardCharsets.UTF_8), type),
        415,
        "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "json", ";", "application/json;charset=none"})
  void readsNothingOfNoType(String type) {
    refused(
        post("{\"prompt\": \"sea\"}".getBytes(StandardCharsets.UTF_8), type),
        415,
        "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%FF", "q=%C0%80", "q=%ED%A0%80", "%FF=x", "q=%zz", "=x"})
  void refusesAParameterThatIsNoText(String query) throws Exception {
    var answer = raw("GET /api/v1/images?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"validation_failed\"");
  }

  @Test
  void takesNobodyAmissHowManyLanguagesTheyRead() {
    var many =
        IntStream.range(0, 500).mapToObj(n -> "l" + n % 10).collect(Collectors.joining(", "));

    assertThat(member.get("/api/v1/images", "Accept-Language", many).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAHeaderThatIsNoText() throws Exception {
    var answer = raw("GET /api/v1/images HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 가\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
  }

  @Test
  void isNotAfraidOfAFormThatIsNotThere() {
    var form = member.get("/api/v1/images", "Content-Type", "multipart/form-data; boundary=x");
    assertThat(form.statusCode()).isNotEqualTo(413);
  }

  /// What the server itself refuses, before there is a request that anybody could be asked about.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x y\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET /%2F HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/9.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
        "@large@"
      })
  void speaksTheSameWayOfWhatIsNoRequest(String request) throws Exception {
    var large = "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
    var answer = raw(request.replace("@large@", large));
    assertThat(answer)
        .matches("(?s)HTTP/1.1 [45]\\d\\d .*")
        .contains("application/problem+json", "no-store", "\"urn:aipixels:problem:")
        .doesNotContain("<html", "Exception");
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void speaksOnlyJson() {
    refused(member.get("/api/v1/me", "Accept", "application/xml"), 406, "not_acceptable");
  }

  @Test
  void readsNoMoreThan64KiB() {
    var large =
        "{\"prompt\": \"%s\"}".formatted(" ".repeat(64 * 1024)).getBytes(StandardCharsets.UTF_8);
    refused(post(large, "application/json"), 413, "content_too_large");

    var chunked =
        member
            .request(GENERATIONS, "Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    refused(Caller.send(chunked, BodyHandlers.ofString()), 413, "content_too_large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/me", "/me/credits", "/me/credits/entries", "/me/images", "/generations"})
  void asksGuestsToSignIn(String path) {
    var answer = Caller.guest(port).get("/api/v1" + path);
    refused(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "bearer e30.e30.e30"})
  void refusesATokenThatIsNone(String authorization) {
    var answer = Caller.guest(port).get("/api/v1/images", "Authorization", authorization);
    refused(answer, 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me", "/api/v1/me/credits", "/api/v1/me/credits/entries", "/api/v1/me/images",
        "/api/v1/images", "/api/v1/generations", "/openapi.json", "/api"
      })
  void sendsNothingTwice(String path) {
    var first = member.get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    var etag = first.headers().firstValue("ETag").orElseThrow();

    var again = member.get(path, "If-None-Match", etag);
    var changed = member.get(path, "If-None-Match", "\"another\"");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(etag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(first.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
  }

  private HttpResponse<String> ask(String json) {
    return member.post(GENERATIONS, json);
  }

  private HttpResponse<String> post(byte[] body, String type) {
    var request =
        member.request(GENERATIONS, "Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    return Caller.send(request, BodyHandlers.ofString());
  }

  /// The answer as a problem, after everything that every problem must have was looked at.
  private static JsonNode refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    var problem = Caller.json(answer);
    assertThat(problem.propertyNames())
        .contains("type", "title", "status", "detail", "instance", "code");
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("type").asString()).isEqualTo("urn:aipixels:problem:" + code);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).startsWith("/");
    return problem;
  }

  private static List<String> errors(JsonNode problem) {
    return problem
        .path("errors")
        .valueStream()
        .map(error -> error.get("field").asString() + ": " + error.get("message").asString())
        .toList();
  }
}
