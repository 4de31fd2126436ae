package com.aipixels.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pictures that somebody claims to hold the rights to are away for a while.
class RightsBlockTest extends AtTheDesk {

  @Test
  void aBlockOnARightsHoldersRequestEndsByItself() {
    var id = desk.hang(maker);
    var picture = "/api/v1/images/" + id;
    var claim = Map.of("imageId", id, "days", 30, "claimant", "권리자", "note", "저작권 주장");
    var blocked = Desk.ok(judge.post("/api/v1/moderation/rights-blocks", claim));
    assertThat(reader.get(picture).statusCode()).isEqualTo(404);
    assertThat(Desk.code(judge.post("/api/v1/moderation/rights-blocks", claim)))
        .isEqualTo("409 already_decided");
    assertThat(maker.get("/api/v1/me/decisions").body()).contains("저작권 주장").doesNotContain("권리자");

    jdbc.sql("UPDATE rights_blocks SET ends_at = clock_timestamp() WHERE action_id = :id")
        .param("id", blocked.get("id").asLong())
        .update();

    await().until(() -> reader.get(picture).statusCode() == 200);
    assertThat(desk.notices(maker)).containsExactly("decision rights-block", "block_ended expire");
    var lift = "/api/v1/moderation/rights-blocks/" + blocked.get("id").asLong() + "/lift";
    assertThat(Desk.code(judge.post(lift, Map.of("note", "x")))).isEqualTo("409 already_finished");
  }

  @Test
  void aBlockCanBeLiftedAndDoesNotUndoAnotherHold() {
    var id = desk.hang(maker);
    var picture = "/api/v1/images/" + id;
    desk.decided(reader, judge, "image", id, "hide");
    var claim = Map.of("imageId", id, "days", 31, "claimant", "권리자", "note", "주장");
    assertThat(Desk.code(judge.post("/api/v1/moderation/rights-blocks", claim)))
        .isEqualTo("400 validation_failed");
    claim = Map.of("imageId", id, "days", 7, "claimant", "권리자", "note", "주장");
    var block = Desk.ok(judge.post("/api/v1/moderation/rights-blocks", claim)).get("id").asLong();
    assertThat(judge.get("/api/v1/moderation/rights-blocks?limit=100").body()).contains("권리자");

    var lifted =
        judge.post("/api/v1/moderation/rights-blocks/" + block + "/lift", Map.of("note", "철회"));

    assertThat(lifted.statusCode()).isEqualTo(204);
    assertThat(reader.get(picture).statusCode()).isEqualTo(404);
    assertThat(Caller.json(maker.get(picture)).get("heldFor").toString())
        .isEqualTo("[\"moderation\"]");
  }
}
