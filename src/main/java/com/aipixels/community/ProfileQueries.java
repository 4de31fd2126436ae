package com.aipixels.community;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the database knows of one member.
@Component
class ProfileQueries {

  /// Whom the viewer does not see in the lists that are counted.
  private static final String UNSEEN =
      "(SELECT unnest(%s) UNION SELECT clerk_user_id FROM leaving_members)".formatted(Sight.APART);

  private final JdbcClient jdbc;

  ProfileQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Counts(int images, int followers, int following, boolean isFollowing) {}

  /// Whether there is anything of this member, or Clerk has ever named them.
  boolean knows(UserId member) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM people WHERE clerk_user_id = :member)
                OR EXISTS (SELECT FROM member_counts WHERE clerk_user_id = :member)
                OR EXISTS (SELECT FROM images WHERE clerk_user_id = :member)
                OR EXISTS (SELECT FROM comments WHERE clerk_user_id = :member)
                OR EXISTS (SELECT FROM likes WHERE clerk_user_id = :member)
            """)
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }

  boolean areApart(Viewer viewer, UserId member) {
    return jdbc.sql("SELECT :member = ANY (%s)".formatted(Sight.APART))
        .param("viewer", viewer.idOrNull())
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }

  Counts counts(Viewer viewer, UserId member) {
    return jdbc.sql(
            """
            SELECT COALESCE(n.image_count, 0) AS images,
                   COALESCE(n.follower_count, 0)
                     - (SELECT count((SELECT f.id FROM follows f
                                      WHERE f.follower_clerk_user_id = a.member AND f.following_clerk_user_id = m.id))
                        FROM %1$s a (member)) AS followers,
                   COALESCE(n.following_count, 0)
                     - (SELECT count((SELECT f.id FROM follows f
                                      WHERE f.follower_clerk_user_id = m.id AND f.following_clerk_user_id = a.member))
                        FROM %1$s a (member)) AS following,
                   EXISTS (SELECT FROM follows f
                           WHERE f.follower_clerk_user_id = :viewer AND f.following_clerk_user_id = m.id) AS is_following
            FROM (SELECT :member::varchar AS id) m LEFT JOIN member_counts n ON n.clerk_user_id = m.id
            """
                .formatted(UNSEEN))
        .param("viewer", viewer.idOrNull())
        .param("member", member.value())
        .query((row, _) ->
            new Counts(
                row.getInt("images"),
                row.getInt("followers"),
                row.getInt("following"),
                row.getBoolean("is_following")))
        .single();
  }
}
