package com.aipixels.moderation;

import com.aipixels.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Where tests make moderators, and what moderators and members do.
public record Desk(int port, JdbcClient jdbc) {

  static final String REPORTS = "/api/v1/reports";
  static final String CASES = "/api/v1/moderation/reports";

  /// Somebody whom the operator has made a moderator at Clerk.
  public static Caller moderator(int port, String name) {
    var member = Caller.signedIn(port, name);
    role(port, member, "\"moderator\"");
    return member;
  }

  Caller moderator(String name) {
    return moderator(port, name);
  }

  void dismissAsModerator(Caller member) {
    role(port, member, "null");
  }

  private static void role(int port, Caller member, String role) {
    var change =
        Caller.guest(port)
            .request("/local-clerk/v1/users/" + member.userId() + "/metadata")
            .header("Authorization", "Bearer sk_test_local")
            .header("Content-Type", "application/json")
            .method(
                "PATCH",
                BodyPublishers.ofString("{\"public_metadata\":{\"role\":%s}}".formatted(role)));
    var answer = Caller.send(change, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  static HttpResponse<String> report(Caller who, String type, Object id, String reason) {
    return who.post(
        REPORTS,
        Map.of("targetType", type, "targetId", id.toString(), "reason", reason, "details", "이유"));
  }

  /// The number of the case about this thing.
  long caseOf(String type, Object id) {
    return jdbc.sql("SELECT id FROM report_cases WHERE target_type = :type AND target_id = :id")
        .param("type", type)
        .param("id", id.toString())
        .query(Long.class)
        .single();
  }

  static HttpResponse<String> decide(Caller moderator, long caseId, String action, Object... days) {
    var body = new HashMap<String, Object>(Map.of("action", action, "note", "운영 원칙 위반"));
    if (days.length > 0) {
      body.put("days", days[0]);
    }
    return moderator.post(CASES + "/" + caseId + "/decision", body);
  }

  /// Reports a thing and has it decided; the line of the audit trail.
  JsonNode decided(
      Caller reporter, Caller moderator, String type, Object id, String action, Object... days) {
    report(reporter, type, id, "spam");
    return ok(decide(moderator, caseOf(type, id), action, days));
  }

  static HttpResponse<String> appeal(Caller who, long action) {
    return who.post("/api/v1/moderation/actions/" + action + "/appeal", Map.of("text", "다시 봐 주세요"));
  }

  static HttpResponse<String> answer(Caller moderator, long appeal, String action) {
    return moderator.post(
        "/api/v1/moderation/appeals/" + appeal + "/decision",
        Map.of("action", action, "note", "다시 보았습니다"));
  }

  static JsonNode ok(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Caller.json(answer);
  }

  static String code(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Caller.json(answer).path("code").asString("");
  }

  int hang(Caller owner) {
    return jdbc.sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, 'wall', 'prompt', 'public')
            RETURNING id
            """)
        .param("owner", owner.userId())
        .query(Integer.class)
        .single();
  }

  /// What somebody is to be told, in order.
  List<String> notices(Caller member) {
    return jdbc.sql(
            """
            SELECT n.kind || ' ' || a.action AS news
            FROM moderation_notices n JOIN moderation_actions a ON a.id = n.action_id
            WHERE n.clerk_user_id = :member
            ORDER BY n.id
            """)
        .param("member", member.userId())
        .query((row, _) -> row.getString("news"))
        .list();
  }
}
