package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.HitQueries.Sought;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The shape of the plans among forty thousand pictures: rare words by the index of words, frequent
/// ones along the newest pictures, nothing by reading everything.
@Execution(ExecutionMode.CONCURRENT)
class SearchPlanTest {

  private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.freshlyMigrated());

  @BeforeAll
  static void fill() {
    DATABASE
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, published_at, category)
            SELECT 'user_' || n % 100, 'x.png', 'x', 'public', now() - n * interval '1 minute',
                   (enum_range(NULL::category))[1 + n % 9]
            FROM generate_series(1, 40000) AS n
            """)
        .update();
    DATABASE
        .sql(
            """
            UPDATE image_search
            SET document = array_to_tsvector(
                  CASE WHEN image_id % 4 = 0 THEN ARRAY['frequent'] ELSE ARRAY['other'] END
                  || CASE WHEN image_id % 8000 = 0 THEN ARRAY['rare'] ELSE '{}' END
                  || ('word' || image_id % 500))
            """)
        .update();
    DATABASE.sql("ANALYZE images").update();
    DATABASE.sql("ANALYZE image_search").update();
  }

  @Test
  void aRareWordIsFoundByTheIndexOfWords() {
    assertThat(plan("'rare'"))
        .contains("image_search_document_idx")
        .doesNotContain("Seq Scan")
        .doesNotContain("image_search_published_idx");
  }

  @Test
  void aFrequentWordIsFoundAlongTheNewestPictures() {
    assertThat(plan("'frequent'"))
        .contains("image_search_published_idx")
        .doesNotContain("Seq Scan", "Sort", "image_search_document_idx");
  }

  @Test
  void olderWindowsOfAFrequentWordAreFoundInTheSameWay() {
    assertThat(plan("'frequent'", ImageFilter.none(), HitQueries.OLDER))
        .contains("image_search_published_idx")
        .doesNotContain("Seq Scan", "Sort", "image_search_document_idx");
  }

  @Test
  void aFilterReadsNoMoreThanThePicturesFound() {
    var animals = new ImageFilter(Category.ANIMAL, null, null, null);
    assertThat(plan("'rare'", animals, "")).doesNotContain("Seq Scan");
    assertThat(plan("'frequent'", animals, "")).doesNotContain("Seq Scan");
  }

  @Test
  void manyWordsAreFoundByTheIndexOfWords() {
    assertThat(plan("'frequent' & ('word7' | 'word8') & ('other' <-> 'word9')"))
        .contains("image_search_document_idx")
        .doesNotContain("Seq Scan");
  }

  @Test
  void whatWaitsIsFoundWithoutReadingWhatDoesNot() {
    assertThat(
            explained(
                DATABASE.sql(
                    """
                    EXPLAIN SELECT image_id FROM image_search WHERE analyser < 1
                    ORDER BY analyser, image_id DESC LIMIT 50 FOR UPDATE SKIP LOCKED
                    """)))
        .contains("image_search_analyser_idx")
        .doesNotContain("Seq Scan", "Sort");
  }

  private static String plan(String words) {
    return plan(words, ImageFilter.none(), "");
  }

  private static String plan(String words, ImageFilter filter, String range) {
    var viewer = new Viewer.Member(new UserId("user_1"));
    var sought = new Sought(words, filter, Circle.ALL, viewer);
    return explained(
        DATABASE
            .sql("EXPLAIN " + HitQueries.sql(sought, range, HitQueries.WINDOW))
            .params(SearchFilter.parameters(sought))
            .param("oldest", LocalDateTime.now(ZoneOffset.UTC).minusDays(7))
            .param("oldestId", 12_345));
  }

  private static String explained(JdbcClient.StatementSpec statement) {
    return String.join("\n", statement.query(String.class).list());
  }
}
