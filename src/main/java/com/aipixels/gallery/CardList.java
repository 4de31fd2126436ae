package com.aipixels.gallery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list of cards in words of SQL: where its rows come from and what they are narrowed to. Places
/// are read from the table called `rows`; cards from `i`, which `from` must join so that the order
/// of an index survives.
///
/// @param rows `i` where `images` itself holds the places, else the table that holds them, which
///   names pictures `image_id`
/// @param parameters of `from` and `where`
record CardList(
    Place place, String rows, String from, String where, Map<String, @Nullable Object> parameters) {

  String placeColumn() {
    return rows + "." + place.column();
  }

  String idColumn() {
    return rows.equals("i") ? "i.id" : rows + ".image_id";
  }
}
