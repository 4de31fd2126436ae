package com.aipixels.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.Residue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member leaves; afterwards nothing in the whole service says that there was one.
@HouseTest
class ErasureTest {

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @Value("${aipixels.data}")
  Path data;

  @Test
  void nothingIsLeftOfAMemberWhoLeaves() {
    var member = Caller.signedIn(port, "leaver");
    var stays = traces().leave(member);
    assertThat(columnsWithMembers())
        .isNotEmpty()
        .allSatisfy(column ->
            assertThat(residue().in(column, member.userId())).as(column.toString()).isTrue());
    assertThat(residue().of(Traces.wordOf(member)))
        .contains(
            "public.images",
            "public.tags",
            "public.generations",
            "public.collections",
            "public.comments",
            "public.idempotent_answers",
            "public.reports",
            "public.appeals",
            "public.rights_blocks");

    var answer = member.delete("/api/v1/me?now=true");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__session=;")
        .contains("Max-Age=0");
    assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(member.delete("/api/v1/me?now=true").statusCode()).isEqualTo(401);
    awaitEnd(member);
    assertNothingIsLeftOf(member);
    assertThat(atClerk(member)).isEqualTo(404);
    assertThat(strings("SELECT content FROM comments WHERE image_id = " + stays))
        .containsExactlyInAnyOrder("", "대답", "내 그림", "@leaver @deleted-at-clerk");
  }

  @Test
  void nothingIsLeftOfAMemberWhoWasDeletedAtClerk() {
    var member = Caller.signedIn(port, "deleted-at-clerk");
    traces().leave(member);

    var deletion =
        Caller.guest(port)
            .request("/local-clerk/v1/users/" + member.userId())
            .header("Authorization", "Bearer sk_test_local")
            .DELETE();
    assertThat(Caller.send(deletion, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

    await().untilAsserted(() -> assertThat(member.get("/api/v1/me").statusCode()).isEqualTo(401));
    awaitEnd(member);
    assertNothingIsLeftOf(member);
  }

  @Test
  void whatARequestInFlightWritesAfterwardsGoesToo() {
    var member = Caller.signedIn(port, "in-flight");
    member.get("/api/v1/me/credits");
    member.delete("/api/v1/me?now=true");
    await().until(() -> rows("user_credits", member) == 0);
    database
        .sql("INSERT INTO user_credits (clerk_user_id) VALUES (:member)")
        .param("member", member.userId())
        .update();

    assertThat(rows("erasures", member)).isEqualTo(1);
    awaitEnd(member);

    await().untilAsserted(() -> assertThat(residue().of(member.userId())).isEmpty());
  }

  @Test
  void aPictureInTheMakingIsNotHungAfterItsMemberLeft() {
    var member = Caller.signedIn(port, "in-the-making");
    member.ask(Map.of("prompt", "바다"));
    member.ask(Map.of("prompt", "산"));

    member.delete("/api/v1/me?now=true");

    awaitEnd(member);
    await().untilAsserted(() -> assertThat(rows("generations", member)).isZero());
    assertThat(rows("erasures", member)).isZero();
    assertThat(rows("images", member)).isZero();
    assertNothingIsLeftOf(member);
  }

  @Test
  void whoeverSignsInByThatNameAgainIsSomebodyElse() {
    var member = Caller.signedIn(port, "returning");
    member.delete("/api/v1/me?now=true");
    awaitEnd(member);

    var again = Caller.signedIn(port, "returning");

    assertThat(again.userId()).isNotEqualTo(member.userId());
    assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void theLedgerOfWhoeverStaysIsAppendOnly() {
    var member = Caller.signedIn(port, "staying");
    member.get("/api/v1/me/credits");

    assertThatThrownBy(() ->
            database
                .sql("DELETE FROM credit_entries WHERE clerk_user_id = :member")
                .param("member", member.userId())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }

  /// Columns that name members, also those of tables that are yet to come. Departures and erasures
  /// begin only when somebody leaves.
  private List<Residue.Column> columnsWithMembers() {
    return database
        .sql(
            """
            SELECT c.table_name, c.column_name
            FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
              AND c.column_name ~ 'user_id|member|owner|author|viewer_id'
              AND c.table_name NOT IN ('departed_members', 'erasures', 'leaving_members', 'withdrawals')
              AND (c.table_name, c.column_name) <> ('generations', 'lease_owner')
            """)
        .query((row, _) -> new Residue.Column(row.getString(1), row.getString(2)))
        .list();
  }

  private void assertNothingIsLeftOf(Caller member) {
    await()
        .untilAsserted(() -> {
          assertThat(residue().of(member.userId())).isEmpty();
          assertThat(residue().of(Traces.wordOf(member))).isEmpty();
        });
    assertThat(strings("SELECT counter || ' of ' || id FROM counter_drift")).isEmpty();
  }

  private List<String> strings(String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }

  /// Turns the erasure's minute forward until it has ended.
  private void awaitEnd(Caller member) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          database
              .sql(
                  """
                  UPDATE erasures SET asked_at = asked_at - interval '1 minute', turn_at = clock_timestamp()
                  WHERE clerk_user_id = :member AND turn_at > clock_timestamp() + interval '31 seconds'
                  """)
              .param("member", member.userId())
              .update();
          return rows("erasures", member) == 0;
        });
  }

  private int atClerk(Caller member) {
    var question =
        Caller.guest(port)
            .request("/local-clerk/v1/users/" + member.userId())
            .header("Authorization", "Bearer sk_test_local")
            .method("GET", BodyPublishers.noBody());
    return Caller.send(question, BodyHandlers.ofString()).statusCode();
  }

  private long rows(String table, Caller member) {
    return database
        .sql("SELECT count(*) FROM %s WHERE clerk_user_id = :member".formatted(table))
        .param("member", member.userId())
        .query(Long.class)
        .single();
  }

  private Residue residue() {
    return new Residue(database, data);
  }

  private Traces traces() {
    return new Traces(port, database);
  }
}
