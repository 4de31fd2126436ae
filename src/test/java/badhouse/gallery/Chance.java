package badhouse.gallery;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Takes time, ids and chance out of thin air, and talks to the console.
class Chance {

  void takeEverything() {
    System.out.println(Instant.now());
    System.err.println(System.currentTimeMillis());
    System.out.println(UUID.randomUUID());
    System.out.println(Math.random());
    System.out.println(new Random().nextInt());
    System.out.println(ThreadLocalRandom.current().nextInt());
  }
}
