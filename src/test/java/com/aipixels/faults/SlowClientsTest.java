package com.aipixels.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The short form of [SlowClientsIT].
@HouseTest
class SlowClientsTest {

  @LocalServerPort int port;

  @Test
  void whoSendsInDropsIsHungUpOnWhateverItIs() throws Exception {
    var crowd = new SlowCrowd(port, "/");
    crowd.come(SlowCrowd.SENDERS.size(), 0);

    crowd.goOn(Duration.ofMinutes(1));

    assertThat(crowd.left()).as("still there").isEmpty();
    assertThat(SlowCrowd.SENDERS)
        .allSatisfy(kind ->
            assertThat(crowd.stays(kind))
                .singleElement()
                .satisfies(stay -> assertThat(stay).isGreaterThan(Duration.ofSeconds(5))));
    crowd.leave();
  }
}
