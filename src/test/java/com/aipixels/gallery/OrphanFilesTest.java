package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class OrphanFilesTest {

  private static final ObjectKey ORPHAN = new ObjectKey("0123456789abcdef.png");

  @LocalServerPort int port;
  @Autowired ObjectStore store;
  @Autowired FileTable table;

  @Test
  void onlyFilesThatNoPictureClaimedForHoursAreRemoved() {
    var owner = Caller.signedIn(port, "tidy");
    owner.ended(owner.ask(Map.of("prompt", "바다", "imageSize", "small")));
    var card = Caller.json(owner.get("/api/v1/me/images")).get("items").get(0);
    store.put(ORPHAN, new byte[] {1});

    sweepAfter(Duration.ofHours(1));
    assertThat(store.open(ORPHAN)).isPresent();

    sweepAfter(Duration.ofHours(4));
    assertThat(store.open(ORPHAN)).isEmpty();
    assertThat(owner.bytes(card.get("fileUrl").asString()).statusCode()).isEqualTo(200);
    assertThat(owner.bytes(card.get("thumbnailUrl").asString()).statusCode()).isEqualTo(200);
  }

  private void sweepAfter(Duration time) {
    new OrphanFiles(store, table, Clock.offset(Clock.systemUTC(), time)).sweep();
  }
}
