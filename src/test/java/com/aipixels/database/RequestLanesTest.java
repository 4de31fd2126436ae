package com.aipixels.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// A storm of webhooks must not take what keeps the leases, nor a crowd that looks what changes.
class RequestLanesTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/images, READS",
    "HEAD, /images/7, READS",
    "PUT, /api/v1/images/7/like, WRITES",
    "POST, /comments/7/like, WRITES",
    "POST, /webhooks/clerk, WEBHOOKS",
    "POST, /webhooks/replicate/7, WEBHOOKS",
    "GET, /readyz, VITAL",
    "GET, /actuator/health, VITAL",
  })
  void whoeverAsksKeepsToTheirLane(String method, String path, Lane lane)
      throws ServletException, IOException {
    var taken = new ArrayList<Lane>();

    new RequestLanes()
        .doFilter(
            new MockHttpServletRequest(method, path),
            new MockHttpServletResponse(),
            (_, _) -> taken.add(Lane.current()));

    assertThat(taken).containsExactly(lane);
  }
}
