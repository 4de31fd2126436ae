package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pages of cards by the keys they are sorted by; ties are broken by the newer picture.
@Component
class CardQueries {

  private final JdbcClient jdbc;

  CardQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The limit is part of the text: for an unknown one the planner expects a tenth of all pictures,
  /// and sorts them. The place is hidden from it in subqueries: a plan for one place looks cheaper
  /// than the same plan for any, and would be made anew for every page, which takes longer than the
  /// page.
  Slice<ImageCard> page(CardList list, Viewer viewer, PageRequest page) {
    Place place = list.place();
    Optional<Cursor> after = page.after(place.column());
    String sql =
        """
        SELECT %s, %s AS place
        FROM %s
        WHERE %s AND %s %s
        ORDER BY %s DESC, %s DESC
        LIMIT %d
        """
            .formatted(
                ImageRows.card(viewer),
                list.placeColumn(),
                list.from(),
                list.where(),
                ImageRows.visible(viewer),
                after.isPresent()
                    ? "AND (%s, %s) < ((SELECT :place::%s), (SELECT :id::integer))"
                        .formatted(list.placeColumn(), list.idColumn(), place.type())
                    : "",
                list.placeColumn(),
                list.idColumn(),
                page.rowsToFetch());
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).params(list.parameters()).param("viewer", viewer.idOrNull());
    after.ifPresent(cursor ->
        statement
            .param("place", cursor.key(0, place::read))
            .param("id", cursor.key(1, Integer::valueOf)));
    return Slice.of(
            statement
                .query((row, n) -> new Placed(ImageRows.card(row, n), row.getString("place")))
                .list(),
            page,
            last -> Cursor.of(place.column(), last.place(), last.card().id()))
        .map(rows -> rows.stream().map(Placed::card).toList());
  }

  /// Those of the pictures that the viewer may see, in no order.
  List<ImageCard> of(Viewer viewer, Collection<ImageId> ids) {
    return jdbc.sql(
            "SELECT %s FROM images i WHERE i.id = ANY (:ids) AND %s"
                .formatted(ImageRows.card(viewer), ImageRows.visible(viewer)))
        .param("viewer", viewer.idOrNull())
        .param("ids", ids.stream().map(ImageId::value).toArray(Integer[]::new))
        .query((row, number) -> ImageRows.card(row, number))
        .list();
  }

  /// Those of the pictures that the viewer may see, in this order.
  List<ImageCard> inOrder(Viewer viewer, List<ImageId> ids) {
    return of(viewer, ids).stream()
        .sorted(Comparator.comparingInt(card -> ids.indexOf(card.id())))
        .toList();
  }

  private record Placed(ImageCard card, String place) {}
}
