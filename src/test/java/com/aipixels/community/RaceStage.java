package com.aipixels.community;

import com.aipixels.Caller;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// The few pictures and comments that everybody in a race wants.
final class RaceStage {

  private static final int PICTURES = 6;
  private static final int COMMENTS = 24;

  private final Wall wall;
  private final Caller maker;
  private final AtomicIntegerArray pictures = new AtomicIntegerArray(PICTURES);
  private final AtomicReferenceArray<Said> comments = new AtomicReferenceArray<>(COMMENTS);

  /// A comment and the address of its picture.
  record Said(String picture, int comment) {}

  RaceStage(Wall wall, Caller maker) {
    this.wall = wall;
    this.maker = maker;
    IntStream.range(0, PICTURES).forEach(this::hang);
    IntStream.range(0, COMMENTS)
        .forEach(place -> {
          var picture = "/api/v1/images/" + pictures.get(place % PICTURES);
          var comment = Wall.say(maker, picture, "첫 말").get("id").asInt();
          comments.set(place, new Said(picture, comment));
        });
  }

  Caller maker() {
    return maker;
  }

  int picture(Random random) {
    return pictures.get(random.nextInt(PICTURES));
  }

  Said comment(Random random) {
    return comments.get(random.nextInt(COMMENTS));
  }

  void say(Random random, Said comment) {
    comments.set(random.nextInt(COMMENTS), comment);
  }

  /// Hangs another picture in the place of one, which is to be removed.
  int replace(Random random) {
    int place = random.nextInt(PICTURES);
    int old = pictures.get(place);
    hang(place);
    return old;
  }

  private void hang(int place) {
    pictures.set(place, wall.hang(maker.userId(), "public"));
  }
}
