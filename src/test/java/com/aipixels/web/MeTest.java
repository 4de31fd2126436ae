package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class MeTest {

  @LocalServerPort int port;

  @Test
  void saysWhoIAmAndWhatIHave() {
    var me = Caller.json(Caller.signedIn(port, "하나").get("/api/v1/me"));

    assertThat(me.get("username").asString()).isEqualTo("하나");
    assertThat(me.get("credits").asInt()).isEqualTo(10);
    assertThat(me.get("roles").isEmpty()).isTrue();
  }

  @Test
  void saysTheRoleThatTheOperatorGaveInClerk() {
    var member = Caller.signedIn(port, "moderating");
    var metadata =
        Caller.guest(port)
            .request("/local-clerk/v1/users/" + member.userId() + "/metadata")
            .header("Authorization", "Bearer sk_test_local")
            .header("Content-Type", "application/json")
            .method(
                "PATCH",
                BodyPublishers.ofString("{\"public_metadata\": {\"role\": \"moderator\"}}"));
    assertThat(Caller.send(metadata, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

    var me = Caller.json(member.get("/api/v1/me"));

    assertThat(me.get("roles").get(0).asString()).isEqualTo("moderator");
  }
}
