-- What profiles count, as the migration that made the table counted it.

INSERT INTO member_counts (clerk_user_id, image_count, follower_count, following_count)
SELECT member, sum(images), sum(followers), sum(following)
FROM (
  SELECT clerk_user_id, 1, 0, 0 FROM images WHERE visibility = 'public'
  UNION ALL
  SELECT following_clerk_user_id, 0, 1, 0 FROM follows
  UNION ALL
  SELECT follower_clerk_user_id, 0, 0, 1 FROM follows
) one (member, images, followers, following)
GROUP BY member;
