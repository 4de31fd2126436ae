package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.identity.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds pictures and says how well they fit.
@Component
class HitQueries {

  /// How many hits are ranked among each other.
  static final int WINDOW = 200;

  /// A window whose pictures were hidden and published again may have grown; by no more than this.
  private static final int GROWN = 2 * WINDOW;

  /// By so much a picture must be newer to be worth 2.7 times the relevance.
  private static final Duration FADING = Duration.ofDays(30);

  static final String OLDER = "AND (s.published_at, s.image_id) < (:oldest, :oldestId)";

  private final JdbcClient jdbc;

  HitQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is looked for, and by whom.
  record Sought(String words, ImageFilter filter, Circle circle, Viewer viewer) {}

  /// The newest window.
  List<Hit> newest(Sought sought) {
    return hits(sought, "", WINDOW).query(HitQueries::hit).list();
  }

  /// The next older window.
  List<Hit> before(Sought sought, Hit oldest) {
    return hits(sought, OLDER, WINDOW)
        .param("oldest", oldest.publishedAt())
        .param("oldestId", oldest.imageId())
        .query(HitQueries::hit)
        .list();
  }

  /// A window again.
  List<Hit> between(Sought sought, Hit newest, Hit oldest) {
    return hits(
            sought,
            """
            AND (s.published_at, s.image_id) <= (:newest, :newestId)
            AND (s.published_at, s.image_id) >= (:oldest, :oldestId)
            """,
            GROWN)
        .param("newest", newest.publishedAt())
        .param("newestId", newest.imageId())
        .param("oldest", oldest.publishedAt())
        .param("oldestId", oldest.imageId())
        .query(HitQueries::hit)
        .list();
  }

  private JdbcClient.StatementSpec hits(Sought sought, String range, int most) {
    return jdbc.sql(sql(sought, range, most)).params(SearchFilter.parameters(sought));
  }

  /// Age is added to the logarithm of relevance, which multiplies relevance by what fades with age,
  /// and gives the same figure whenever it is asked for. The limit is part of the text: for an
  /// unknown one the planner would expect to need a tenth of all hits.
  static String sql(Sought sought, String range, int most) {
    return """
    SELECT h.image_id, h.published_at,
           ln(greatest(ts_rank(h.document, :words::tsquery), 1e-9))
             + extract(epoch FROM h.published_at)::double precision / %d AS score
    FROM (SELECT s.image_id, s.published_at, s.document
          FROM image_search s JOIN images i ON i.id = s.image_id
          WHERE %s AND %s %s
          ORDER BY s.published_at DESC, s.image_id DESC
          LIMIT %d) h
    """
        .formatted(FADING.toSeconds(), SearchFilter.of(sought), ImageRows.VISIBLE, range, most);
  }

  private static Hit hit(ResultSet row, int number) throws SQLException {
    return new Hit(
        row.getInt("image_id"),
        row.getObject("published_at", LocalDateTime.class),
        row.getDouble("score"));
  }
}
