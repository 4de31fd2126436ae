package com.aipixels.gallery;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// All public pictures, in parts that cost the same however many there are, for whoever wants to
/// know of each of them.
@Component
public class PublicPictures {

  /// How many ids a part covers; a sitemap holds no more than 50,000.
  private static final int WIDTH = 10_000;

  private final PublicQueries queries;

  PublicPictures(PublicQueries queries) {
    this.queries = queries;
  }

  /// A picture, and when it was last changed.
  public record Entry(ImageId id, Instant changedAt) {}

  /// How many parts there are; some may be empty.
  public int parts() {
    return Math.floorDiv(queries.last(), WIDTH) + 1;
  }

  /// The public ones of a part, in the order of their ids; none where there is no such part.
  public List<Entry> part(int number) {
    long first = (long) number * WIDTH;
    return queries.between(first, first + WIDTH);
  }
}
