-- Counters against what they count, whoever may have written past the triggers.

-- One statement reads both sides in one snapshot, so that writers at work are no drift. A founding counter may be
-- NULL, which every reader takes for 0.
CREATE VIEW counter_drift (counter, id, stored, counted) AS
SELECT 'images.like_count', i.id::text, COALESCE(i.like_count, 0), COALESCE(c.rows, 0)
FROM images i
LEFT JOIN (SELECT image_id, count(*)::integer FROM likes GROUP BY image_id) c (id, rows) ON c.id = i.id
WHERE COALESCE(i.like_count, 0) <> COALESCE(c.rows, 0)
UNION ALL
SELECT 'images.comment_count', i.id::text, COALESCE(i.comment_count, 0), COALESCE(c.rows, 0)
FROM images i
LEFT JOIN (SELECT image_id, count(*)::integer FROM comments GROUP BY image_id) c (id, rows) ON c.id = i.id
WHERE COALESCE(i.comment_count, 0) <> COALESCE(c.rows, 0)
UNION ALL
SELECT 'comments.like_count', m.id::text, COALESCE(m.like_count, 0), COALESCE(c.rows, 0)
FROM comments m
LEFT JOIN (SELECT comment_id, count(*)::integer FROM comment_likes GROUP BY comment_id) c (id, rows) ON c.id = m.id
WHERE COALESCE(m.like_count, 0) <> COALESCE(c.rows, 0)
UNION ALL
SELECT v.counter, COALESCE(m.clerk_user_id, c.member), v.stored, v.counted
FROM member_counts m
FULL JOIN (
  SELECT member, sum(images)::integer, sum(followers)::integer, sum(following)::integer
  FROM (
    SELECT clerk_user_id, 1, 0, 0 FROM images WHERE visibility = 'public'
    UNION ALL
    SELECT following_clerk_user_id, 0, 1, 0 FROM follows
    UNION ALL
    SELECT follower_clerk_user_id, 0, 0, 1 FROM follows
  ) one (member, images, followers, following)
  GROUP BY member
) c (member, images, followers, following) ON c.member = m.clerk_user_id
CROSS JOIN LATERAL (VALUES
  ('member_counts.image_count', COALESCE(m.image_count, 0), COALESCE(c.images, 0)),
  ('member_counts.follower_count', COALESCE(m.follower_count, 0), COALESCE(c.followers, 0)),
  ('member_counts.following_count', COALESCE(m.following_count, 0), COALESCE(c.following, 0))
) v (counter, stored, counted)
WHERE v.stored <> v.counted
UNION ALL
SELECT 'tags.image_count', t.id::text, t.image_count, COALESCE(c.rows, 0)
FROM tags t
LEFT JOIN (SELECT tag_id, count(*)::integer FROM image_tags GROUP BY tag_id) c (id, rows) ON c.id = t.id
WHERE t.image_count <> COALESCE(c.rows, 0);

-- Repairs answer with what was wrong. Each looks, takes the rows in the order in which the triggers take them, and
-- looks again: what others wrote before is seen by then, and what they write after waits and is added to the
-- right number. One kind of row in a transaction, so that nobody who holds another kind is waited for in a circle.
CREATE FUNCTION repair_image_counters() RETURNS SETOF counter_drift LANGUAGE plpgsql AS $$
DECLARE
  held constant integer[] := ARRAY(SELECT d.id::integer FROM counter_drift d WHERE d.counter LIKE 'images.%');
BEGIN
  PERFORM FROM images WHERE id = ANY (held) ORDER BY id FOR NO KEY UPDATE;
  RETURN QUERY
  WITH wrong AS MATERIALIZED (
    SELECT d.* FROM counter_drift d WHERE d.counter LIKE 'images.%' AND d.id = ANY (held::text[])
  ), mended AS (
    UPDATE images i
    SET like_count = COALESCE(w.likes, i.like_count), comment_count = COALESCE(w.comments, i.comment_count)
    FROM (SELECT id::integer,
                 max(counted) FILTER (WHERE counter = 'images.like_count'),
                 max(counted) FILTER (WHERE counter = 'images.comment_count')
          FROM wrong GROUP BY id) w (id, likes, comments)
    WHERE i.id = w.id
  )
  SELECT w.* FROM wrong w;
END $$;

CREATE FUNCTION repair_comment_counters() RETURNS SETOF counter_drift LANGUAGE plpgsql AS $$
DECLARE
  held constant integer[] := ARRAY(SELECT d.id::integer FROM counter_drift d WHERE d.counter LIKE 'comments.%');
BEGIN
  PERFORM FROM comments WHERE id = ANY (held) ORDER BY id FOR NO KEY UPDATE;
  RETURN QUERY
  WITH wrong AS MATERIALIZED (
    SELECT d.* FROM counter_drift d WHERE d.counter LIKE 'comments.%' AND d.id = ANY (held::text[])
  ), mended AS (
    UPDATE comments m SET like_count = w.counted FROM wrong w WHERE m.id = w.id::integer
  )
  SELECT w.* FROM wrong w;
END $$;

-- A member without a row is given one to hold.
CREATE FUNCTION repair_member_counters() RETURNS SETOF counter_drift LANGUAGE plpgsql AS $$
DECLARE
  held constant varchar[] :=
    ARRAY(SELECT DISTINCT d.id FROM counter_drift d WHERE d.counter LIKE 'member_counts.%');
BEGIN
  INSERT INTO member_counts AS m (clerk_user_id)
  SELECT h.member FROM unnest(held) h (member) ORDER BY h.member
  ON CONFLICT (clerk_user_id) DO UPDATE SET image_count = m.image_count;
  RETURN QUERY
  WITH wrong AS MATERIALIZED (
    SELECT d.* FROM counter_drift d WHERE d.counter LIKE 'member_counts.%' AND d.id = ANY (held)
  ), mended AS (
    UPDATE member_counts m
    SET image_count = COALESCE(w.images, m.image_count),
        follower_count = COALESCE(w.followers, m.follower_count),
        following_count = COALESCE(w.following, m.following_count)
    FROM (SELECT id,
                 max(counted) FILTER (WHERE counter = 'member_counts.image_count'),
                 max(counted) FILTER (WHERE counter = 'member_counts.follower_count'),
                 max(counted) FILTER (WHERE counter = 'member_counts.following_count')
          FROM wrong GROUP BY id) w (member, images, followers, following)
    WHERE m.clerk_user_id = w.member
  )
  SELECT w.* FROM wrong w;
  DELETE FROM member_counts m
  WHERE m.clerk_user_id = ANY (held) AND (m.image_count, m.follower_count, m.following_count) = (0, 0, 0);
END $$;

CREATE FUNCTION repair_tag_counters() RETURNS SETOF counter_drift LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_tags();
  RETURN QUERY
  WITH wrong AS MATERIALIZED (
    SELECT d.* FROM counter_drift d WHERE d.counter LIKE 'tags.%'
  ), mended AS (
    UPDATE tags t SET image_count = w.counted FROM wrong w WHERE t.id = w.id::integer
  )
  SELECT w.* FROM wrong w;
END $$;
