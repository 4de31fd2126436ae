package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pictures as another program inserts them.
final class PictureRows {

  private final JdbcClient database;

  PictureRows(JdbcClient database) {
    this.database = database;
  }

  int titled(String tag, String title) {
    return insert("painter_1", "public", tag, title);
  }

  int hidden(String tag, String title) {
    return insert("painter_1", "private", tag, title);
  }

  int of(String owner, String tag, String title) {
    return insert(owner, "public", tag, title);
  }

  void titled(String tag, List<String> titles) {
    database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags, title)
            SELECT 'painter_1', 'x.png', '그림', 'public', ARRAY[:tag], t
            FROM unnest(:titles::text[]) AS t
            """)
        .param("tag", tag)
        .param("titles", titles.toArray(String[]::new))
        .update();
  }

  void picture(String tag, String title, String prompt, @Nullable String description, int daysAgo) {
    database
        .sql(
            """
            INSERT INTO images (
              clerk_user_id, file_path, prompt, description, visibility, tags, title, published_at)
            VALUES ('painter_1', 'x.png', :prompt, :description, 'public', ARRAY[:tag], :title,
                    now() - make_interval(days => :days))
            """)
        .param("prompt", prompt)
        .param("description", description)
        .param("tag", tag)
        .param("title", title)
        .param("days", daysAgo)
        .update();
  }

  void look(int id, String category, String style, String tone) {
    database
        .sql(
            """
            UPDATE images
            SET category = :category::category, style = :style::style, color_tone = :tone::color_tone
            WHERE id = :id
            """)
        .param("category", category)
        .param("style", style)
        .param("tone", tone)
        .param("id", id)
        .update();
  }

  void block(String blocker, String blocked) {
    database
        .sql(
            """
            INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
            VALUES (:blocker, :blocked)
            """)
        .param("blocker", blocker)
        .param("blocked", blocked)
        .update();
  }

  /// Until every public picture can be found.
  void awaitAnalysis() {
    await()
        .untilAsserted(() ->
            assertThat(
                    database
                        .sql("SELECT count(*) FROM image_search WHERE document IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero());
  }

  private int insert(String owner, String visibility, String tag, String title) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags, title)
            VALUES (:owner, 'x.png', '그림', :visibility::visibility, ARRAY[:tag], :title)
            RETURNING id
            """)
        .param("owner", owner)
        .param("visibility", visibility)
        .param("tag", tag)
        .param("title", title)
        .query(Integer.class)
        .single();
  }
}
