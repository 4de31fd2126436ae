package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/// Ranks, tags and their counts are what the pictures say, whoever wrote them and however many did.
class FeedTablesTest {

  /// Each takes its pictures in the order of ids, as the house does; `%s` is one of them.
  private static final List<String> DEEDS =
      List.of(
          """
          INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags)
          VALUES ('m', 'f', 'p', 'public', ARRAY['t' || %s, 't' || %s, 'new' || %s])
          """,
          """
          UPDATE images SET visibility = 'private'
          WHERE id IN (SELECT id FROM images WHERE id IN (%s, %s, %s) ORDER BY id FOR NO KEY UPDATE)
          """,
          """
          UPDATE images SET visibility = 'public'
          WHERE id IN (SELECT id FROM images WHERE id IN (%s, %s, %s) ORDER BY id FOR NO KEY UPDATE)
          """,
          """
          UPDATE images SET category = 'food', tags = ARRAY['t' || %s, 't' || %s, 't' || %s]
          WHERE id IN (SELECT id FROM images WHERE id %% 3 = 0 ORDER BY id FOR NO KEY UPDATE)
          """,
          """
          DELETE FROM images
          WHERE id IN (SELECT id FROM images WHERE id %% 17 = %s %% 17 ORDER BY id LIMIT 3 FOR UPDATE)
          """,
          """
          INSERT INTO likes (clerk_user_id, image_id)
          SELECT 'fan' || random(), id FROM images WHERE id IN (%s, %s, %s) ORDER BY id FOR NO KEY UPDATE
          """,
          """
          DELETE FROM likes
          WHERE image_id IN (SELECT id FROM images WHERE id = %s FOR NO KEY UPDATE)
          """);

  @Test
  void agreeWithThePicturesAfterManyHands() throws Exception {
    var dataSource = TestDatabase.freshlyMigrated();
    var database = JdbcClient.create(dataSource);
    var ranks = new RankTable(database);
    database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags)
            SELECT 'm', 'f', 'p', 'public', ARRAY['t' || n % 7, 't' || n % 11] FROM generate_series(1, 60) n
            """)
        .update();
    try (var hands = Executors.newFixedThreadPool(8)) {
      var work =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(hand ->
                  () -> {
                    var random = new Random(hand);
                    for (int round = 0; round < 60; round++) {
                      var deed = DEEDS.get(random.nextInt(DEEDS.size()));
                      var any = random.ints(3, 1, 90).boxed().toArray();
                      database.sql(deed.formatted(any)).update();
                      ranks.refresh(50);
                    }
                    return true;
                  })
              .toList();
      for (var done : hands.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    ranks.refresh(100_000);
    assertAgreement(database);
    assertThat(database.sql("SELECT count(*) FROM image_tags").query(Integer.class).single())
        .isPositive();
  }

  @Test
  void areFilledForADatabaseThatIsTakenOver() {
    var dataSource = TestDatabase.empty();
    new ResourceDatabasePopulator(
            new ClassPathResource("founding/schema.sql"),
            new ClassPathResource("founding/rows.sql"))
        .execute(dataSource);
    TestDatabase.migrate(dataSource);
    assertAgreement(JdbcClient.create(dataSource));
  }

  private static void assertAgreement(JdbcClient database) {
    var differences =
        database
            .sql(
                """
                WITH ranks AS (
                  SELECT id, clerk_user_id, published_at, COALESCE(like_count, 0) AS likes,
                         trending_score(COALESCE(like_count, 0), COALESCE(comment_count, 0), published_at) AS score,
                         category, style, color_tone
                  FROM images WHERE visibility = 'public'),
                placed AS (
                  SELECT image_id, clerk_user_id, published_at, likes, score, category, style, color_tone FROM image_ranks),
                tagged AS (
                  SELECT x.image_id, t.name, x.published_at, x.likes, x.score, x.category, x.style, x.color_tone
                  FROM image_tags x JOIN tags t ON t.id = x.tag_id),
                wanted AS (
                  SELECT p.image_id, p.name, r.published_at, r.likes, r.score, r.category, r.style, r.color_tone
                  FROM public_tags p JOIN ranks r ON r.id = p.image_id),
                counts AS (
                  SELECT t.id FROM tags t
                  WHERE t.image_count <> (SELECT count(*) FROM image_tags x WHERE x.tag_id = t.id))
                SELECT (SELECT count(*) FROM (TABLE ranks EXCEPT TABLE placed) d)
                     + (SELECT count(*) FROM (TABLE placed EXCEPT TABLE ranks) d)
                     + (SELECT count(*) FROM (TABLE tagged EXCEPT TABLE wanted) d)
                     + (SELECT count(*) FROM (TABLE wanted EXCEPT TABLE tagged) d)
                     + (SELECT count(*) FROM counts)
                """)
            .query(Integer.class)
            .single();
    assertThat(differences).isZero();
    assertThat(database.sql("SELECT count(*) FROM image_ranks").query(Integer.class).single())
        .isPositive();
  }
}
