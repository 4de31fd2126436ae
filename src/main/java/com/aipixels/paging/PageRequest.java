package com.aipixels.paging;

import com.aipixels.problems.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One page of a list: at most `limit` rows after the cursor, from the beginning without one.
public record PageRequest(int limit, @Nullable String cursor) {

  public PageRequest {
    if (limit < 1 || limit > 100) {
      throw Problem.invalid("limit", "must be between 1 and 100");
    }
  }

  /// Where to go on in a list of this order.
  public Optional<Cursor> after(String order) {
    return Optional.ofNullable(cursor).map(encoded -> Cursor.decode(order, encoded));
  }

  /// One row more than the page shows tells whether another page follows.
  public int rowsToFetch() {
    return limit + 1;
  }
}
