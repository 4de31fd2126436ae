package com.aipixels.faults;

import com.aipixels.Caller;
import com.aipixels.faults.Answers.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// A member who likes, comments, spends and looks, and insists: whatever is refused is asked again
/// with the same key. What was acknowledged stands in the journal.
final class Insistent {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REST = 30;

  private final Caller caller;
  private final Journal journal;
  private final Answers answers;
  private final List<Integer> pictures;
  private final Random random;
  private final BooleanSupplier goesOn;

  /// @param goesOn whether there is more to do
  Insistent(
      Caller caller,
      Journal journal,
      Answers answers,
      List<Integer> pictures,
      long seed,
      BooleanSupplier goesOn) {
    this.caller = caller;
    this.journal = journal;
    this.answers = answers;
    this.pictures = pictures;
    this.random = new Random(seed);
    this.goesOn = goesOn;
  }

  void actAway() {
    while (goesOn.getAsBoolean()) {
      var picture = pictures.get(random.nextInt(pictures.size()));
      switch (random.nextInt(4)) {
        case 0 -> like(picture);
        case 1 -> comment(picture);
        case 2 -> spend();
        default -> look(picture);
      }
      rest(REST);
    }
  }

  private void like(int picture) {
    insist("like", () -> caller.put("/api/v1/images/%d/like".formatted(picture)));
    journal.note("like", caller.userId() + " " + picture);
  }

  private void comment(int picture) {
    var words = "comment-" + random.nextLong();
    insist(
        "comment",
        () ->
            caller.post(
                "/api/v1/images/%d/comments".formatted(picture),
                Map.of("content", words),
                "Idempotency-Key",
                words));
    journal.note("comment", words);
  }

  /// Changes its mind at once, so that there is always something to spend.
  private void spend() {
    var key = "spend-" + random.nextLong();
    var answer =
        insist(
            "spend",
            () ->
                caller.post(
                    "/api/v1/generations",
                    Map.of("prompt", "a boat", "imageSize", "small"),
                    "Idempotency-Key",
                    key));
    if (answer.isSuccess()) {
      var id = JSON.readTree(answer.text()).get("id").asString();
      journal.note("spend", id);
      insist("cancel", () -> caller.post("/api/v1/generations/%s/cancel".formatted(id), ""));
    }
  }

  /// As a browser does, and never twice.
  private void look(int picture) {
    var _ = answers.to("look", () -> caller.get("/images/" + picture, "Accept", "text/html"));
  }

  /// The answer that was no refusal.
  private Answer insist(String act, Supplier<HttpResponse<String>> call) {
    while (true) {
      var answer = answers.to(act, call);
      if (!answer.isRefusal() && answer.status() != 0) {
        return answer;
      }
      rest(REST);
    }
  }

  private static void rest(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
