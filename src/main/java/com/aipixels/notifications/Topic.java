package com.aipixels.notifications;

import java.util.Locale;

/// What notifications are about, and what is true of it at the moment: for which reader it is news
/// of which kind. Where it would be several kinds for one reader, the lowest rank counts. A truth
/// is asked of the causes in `touched`.
enum Topic {
  LIKE(
      """
      SELECT t.topic, t.subject, l.clerk_user_id AS actor, i.clerk_user_id AS reader,
             'like' AS kind, 1 AS rank, i.id AS image_id, NULL::integer AS comment_id, NULL AS detail
      FROM touched t
      JOIN likes l ON l.image_id = t.subject::integer AND l.clerk_user_id = t.actor
      JOIN images i ON i.id = l.image_id
      """),

  FOLLOW(
      """
      SELECT t.topic, t.subject, f.follower_clerk_user_id AS actor, f.following_clerk_user_id AS reader,
             'follow' AS kind, 1 AS rank, NULL::integer AS image_id, NULL::integer AS comment_id, NULL AS detail
      FROM touched t
      JOIN follows f ON f.following_clerk_user_id = t.subject AND f.follower_clerk_user_id = t.actor
      """),

  /// For those whom it names, whom it answers, and under whose picture it stands.
  COMMENT(
      """
      SELECT t.topic, t.subject, c.clerk_user_id AS actor, r.reader, r.kind, r.rank, i.id AS image_id,
             c.id AS comment_id, NULL AS detail
      FROM touched t
      JOIN comments c ON c.id = t.subject::integer AND c.deleted_at IS NULL
      JOIN images i ON i.id = c.image_id
      LEFT JOIN comments p ON p.id = c.parent_comment_id AND p.deleted_at IS NULL
      CROSS JOIN LATERAL (
        SELECT m.clerk_user_id, 'mention', 1 FROM comment_mentions m WHERE m.comment_id = c.id
        UNION ALL
        SELECT p.clerk_user_id, 'reply', 2 WHERE p.id IS NOT NULL
        UNION ALL
        SELECT i.clerk_user_id, 'comment', 3) r (reader, kind, rank)
      WHERE p.id IS NULL OR p.clerk_user_id <> ALL (apart_from(r.reader))
      """),

  /// For the maker of what it was made from, and for a batch of its maker's followers. A picture is
  /// news for a day after it was first published.
  PICTURE(
      """
      SELECT t.topic, t.subject, i.clerk_user_id AS actor, r.reader, r.kind, r.rank, i.id AS image_id,
             NULL::integer AS comment_id, NULL AS detail
      FROM touched t
      JOIN images i ON i.id = t.subject::integer AND i.visibility = 'public'
        AND i.published_at > t.noted_at AT TIME ZONE 'UTC' - interval '1 day'
      CROSS JOIN LATERAL (
        SELECT s.clerk_user_id, 'remix', 1 FROM images s
        WHERE s.id = i.source_image_id AND t.after_follow = 0
        UNION ALL
        (SELECT f.follower_clerk_user_id, 'published', 2 FROM follows f
         WHERE f.following_clerk_user_id = i.clerk_user_id AND f.id > t.after_follow
         ORDER BY f.id LIMIT :followers)) r (reader, kind, rank)
      """),

  GENERATION(
      """
      SELECT t.topic, t.subject, '' AS actor, g.clerk_user_id AS reader,
             'generation' AS kind, 1 AS rank, NULL::integer AS image_id, NULL::integer AS comment_id, NULL AS detail
      FROM touched t
      JOIN generations g ON g.id = t.subject::uuid AND g.status IN ('succeeded', 'failed')
      """),

  /// Nothing is true of a picture that was deleted.
  GONE(""),

  TOLD(
      """
      SELECT t.topic, t.subject, t.actor, t.reader,
             t.topic AS kind, 1 AS rank, NULL::integer AS image_id, NULL::integer AS comment_id, t.detail
      FROM touched t
      """);

  private final String truth;

  Topic(String truth) {
    this.truth = truth;
  }

  static Topic named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String truth() {
    return truth;
  }
}
