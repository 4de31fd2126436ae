package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TagQueries {

  /// U+10FFFF is greater than whatever may follow.
  private static final String BEGINNING =
      """
      AND t.keys >= (SELECT typed(fold_tag(:begun))) AND t.keys < (SELECT typed(fold_tag(:begun)) || chr(1114111))\
      """;

  private final JdbcClient jdbc;

  TagQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Tags that what was typed so far may become, the most used first. Both sides are compared key
  /// by key, as `typed` spells them: 「고야」 on its way to 「고양이」 is a beginning of it.
  List<TagCount> beginningWith(String begun, Viewer viewer, int most) {
    return jdbc.sql(
            """
            SELECT t.name, s.seen
            FROM tags t
            CROSS JOIN LATERAL (
              SELECT t.image_count - CASE WHEN (SELECT cardinality(apart_from(:viewer))) = 0 THEN 0
                                          ELSE tagged_by((SELECT apart_from(:viewer)), t.id) END AS seen) s
            WHERE t.image_count > 0 AND s.seen > 0 %s
            ORDER BY t.image_count DESC, t.name
            LIMIT %d
            """
                .formatted(begun.isEmpty() ? "" : BEGINNING, most))
        .param("begun", begun)
        .param("viewer", viewer.idOrNull(), Types.VARCHAR)
        .query((row, _) -> new TagCount(row.getString("name"), row.getInt("seen")))
        .list();
  }
}
