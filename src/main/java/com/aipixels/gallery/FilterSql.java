package com.aipixels.gallery;

import com.aipixels.look.Term;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A filter in words of SQL. What is absent stands in no clause, so that each combination is
/// planned for itself.
final class FilterSql {

  private FilterSql() {}

  /// The clauses of everything but the tag, for a table or alias that has the columns.
  static String of(ImageFilter filter, String rows) {
    return (filter.category() == null
            ? ""
            : " AND %s.category = :category::category".formatted(rows))
        + (filter.style() == null ? "" : " AND %s.style = :style::style".formatted(rows))
        + (filter.colorTone() == null
            ? ""
            : " AND %s.color_tone = :tone::color_tone".formatted(rows));
  }

  /// The clause of the tag; a tag that nobody knows finds nothing.
  static String tagged(ImageFilter filter, String column) {
    return filter.tag() == null
        ? ""
        : " AND %s = (SELECT t.id FROM tags t WHERE t.name = fold_tag(:tag))".formatted(column);
  }

  static Map<String, @Nullable Object> parameters(ImageFilter filter) {
    String tag = filter.tag();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("category", value(filter.category()));
    parameters.put("style", value(filter.style()));
    parameters.put("tone", value(filter.colorTone()));
    parameters.put("tag", tag == null ? null : Tags.fold(tag));
    return parameters;
  }

  private static @Nullable String value(@Nullable Term term) {
    return term == null ? null : term.value();
  }
}
