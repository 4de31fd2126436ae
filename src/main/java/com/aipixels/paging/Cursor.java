package com.aipixels.paging;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;

/// The place in a list after its last shown row: the name of the list's order and that row's sort
/// keys. What clients see is opaque, and refused when it was changed or belongs to another order.
public record Cursor(String order, List<String> keys) {

  private static final String SEPARATOR = "\n";

  public static Cursor of(String order, Object... keys) {
    return new Cursor(order, Arrays.stream(keys).map(String::valueOf).toList());
  }

  /// What `encode` made for this order.
  ///
  /// @throws Problem `invalid_cursor` for anything else
  public static Cursor decode(String order, String encoded) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(SEPARATOR, -1));
      Cursor cursor = new Cursor(parts.get(1), parts.subList(2, parts.size()));
      if (cursor.order.equals(order) && cursor.encode().equals(encoded)) {
        return cursor;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      // falls through to the one refusal
    }
    throw refused();
  }

  public String encode() {
    String text = order + SEPARATOR + String.join(SEPARATOR, keys);
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    String checked = Long.toHexString(checksum.getValue()) + SEPARATOR + text;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(checked.getBytes(StandardCharsets.UTF_8));
  }

  /// A sort key in its own type.
  public <T> T key(int index, Function<String, T> type) {
    try {
      return type.apply(keys.get(index));
    } catch (RuntimeException _) {
      throw refused();
    }
  }

  private static Problem refused() {
    return new Problem(
        ProblemCode.INVALID_CURSOR, "The cursor must be a nextCursor of this same list.");
  }
}
