package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class PrefixHandlerMappingTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/users/user_nobody/images",
        "/api/v1/%75sers/user_nobody/images",
        "/api/v1/users/user%5Fnobody/%69mages"
      })
  void findsAPathHoweverItsLettersAreEncoded(String path) {
    var answer = Caller.guest(port).get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
  }

  @Test
  void tellsAPathThatTakesAnotherMethodFromOneThatIsNot() {
    var guest = Caller.guest(port);

    assertThat(guest.delete("/api/v1/users/user_nobody/images").statusCode()).isEqualTo(405);
    assertThat(guest.delete("/api/v1/users/user_nobody/nothing").statusCode()).isEqualTo(404);
  }
}
