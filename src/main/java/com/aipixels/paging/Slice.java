package com.aipixels.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, as it stands in JSON; `nextCursor` is null on the last.
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

  public Slice {
    items = List.copyOf(items);
  }

  /// Cuts the rows fetched for a request to its page.
  public static <T> Slice<T> of(
      List<T> rows, PageRequest request, Function<T, Cursor> cursorAfter) {
    if (rows.size() <= request.limit()) {
      return new Slice<>(rows, null);
    }
    List<T> shown = rows.subList(0, request.limit());
    return new Slice<>(shown, cursorAfter.apply(shown.getLast()).encode());
  }

  public <R> Slice<R> map(Function<List<T>, List<R>> change) {
    return new Slice<>(change.apply(items), nextCursor);
  }
}
