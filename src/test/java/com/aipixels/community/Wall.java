package com.aipixels.community;

import com.aipixels.Caller;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Where tests hang pictures without waiting for a painter.
record Wall(JdbcClient jdbc) {

  /// The address of a new public picture.
  String hang(Caller owner) {
    return "/api/v1/images/" + hang(owner.userId(), "public");
  }

  String hide(Caller owner) {
    return "/api/v1/images/" + hang(owner.userId(), "private");
  }

  int hang(String owner, String visibility) {
    return jdbc.sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility)
            VALUES (:owner, 'wall', 'prompt', :visibility::visibility)
            RETURNING id
            """)
        .param("owner", owner)
        .param("visibility", visibility)
        .query(Integer.class)
        .single();
  }

  /// A new comment, as its writer is shown it.
  static JsonNode say(Caller writer, String picture, String content) {
    return Caller.json(writer.post(picture + "/comments", Map.of("content", content)));
  }

  /// A new answer to a comment.
  static JsonNode answer(Caller writer, String picture, JsonNode comment, String content) {
    return Caller.json(
        writer.post(
            picture + "/comments",
            Map.of("content", content, "parentCommentId", comment.get("id").asInt())));
  }

  static String address(JsonNode comment) {
    return "/api/v1/comments/" + comment.get("id").asInt();
  }

  static void block(Caller blocker, Caller blocked) {
    blocker.put("/api/v1/users/" + blocked.userId() + "/block");
  }

  /// Counters that differ from the rows they count.
  int wrongCounters() {
    return jdbc.sql(
            """
            SELECT (SELECT count(*) FROM images i WHERE (like_count, comment_count) IS DISTINCT FROM
                      ((SELECT count(*) FROM likes WHERE image_id = i.id)::integer,
                       (SELECT count(*) FROM comments WHERE image_id = i.id)::integer))
                 + (SELECT count(*) FROM comments c WHERE like_count IS DISTINCT FROM
                      (SELECT count(*) FROM comment_likes WHERE comment_id = c.id)::integer)
                 + (SELECT count(*)
                    FROM (SELECT member, sum(images) AS images, sum(followers) AS followers, sum(following) AS following
                          FROM (SELECT clerk_user_id, 1, 0, 0 FROM images WHERE visibility = 'public'
                                UNION ALL SELECT following_clerk_user_id, 0, 1, 0 FROM follows
                                UNION ALL SELECT follower_clerk_user_id, 0, 0, 1 FROM follows)
                               one (member, images, followers, following)
                          GROUP BY member) t
                    FULL JOIN member_counts m ON m.clerk_user_id = t.member
                    WHERE (m.image_count, m.follower_count, m.following_count)
                          IS DISTINCT FROM (t.images, t.followers, t.following))
            """)
        .query(Integer.class)
        .single();
  }
}
