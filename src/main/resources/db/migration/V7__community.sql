-- What members say about each other's work: threads of one level, comments that leave a mark where they
-- were answered, and what a profile counts.

ALTER TABLE comments ADD COLUMN deleted_at timestamp;

-- A taken-over thread may be deeper, or lead from picture to picture or in a circle.
UPDATE comments c SET parent_comment_id = NULL
FROM comments p
WHERE p.id = c.parent_comment_id AND (p.image_id <> c.image_id OR p.id = c.id);

WITH RECURSIVE line AS (
  SELECT id, id AS root FROM comments WHERE parent_comment_id IS NULL
  UNION ALL
  SELECT c.id, line.root FROM line JOIN comments c ON c.parent_comment_id = line.id
)
UPDATE comments c SET parent_comment_id = line.root
FROM line
WHERE line.id = c.id AND c.parent_comment_id <> line.root;

UPDATE comments c SET parent_comment_id = NULL
FROM comments p
WHERE p.id = c.parent_comment_id AND p.parent_comment_id IS NOT NULL;

ALTER TABLE comments
  ADD CONSTRAINT comments_not_its_own_parent CHECK (parent_comment_id <> id),
  ADD CONSTRAINT comments_deleted_say_nothing
    CHECK (deleted_at IS NULL OR (content = '' AND clerk_user_id = ''));

CREATE INDEX comments_top_idx ON comments (image_id, id DESC) WHERE parent_comment_id IS NULL;
CREATE INDEX comments_thread_idx ON comments (parent_comment_id, id) INCLUDE (clerk_user_id);
CREATE INDEX comment_likes_comment_id_idx ON comment_likes (comment_id);
CREATE INDEX follows_newest_followers_idx ON follows (following_clerk_user_id, id DESC);
CREATE INDEX follows_newest_following_idx ON follows (follower_clerk_user_id, id DESC);
CREATE INDEX blocks_newest_idx ON blocks (blocker_clerk_user_id, created_at DESC, blocked_clerk_user_id DESC);

-- Who answers a reply joins its thread.
CREATE FUNCTION join_thread() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent comments;
BEGIN
  SELECT * INTO parent FROM comments WHERE id = NEW.parent_comment_id;
  IF parent.image_id <> NEW.image_id THEN
    RAISE EXCEPTION 'a reply belongs to the picture of the comment it answers'
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  NEW.parent_comment_id := COALESCE(parent.parent_comment_id, NEW.parent_comment_id);
  RETURN NEW;
END $$;

CREATE TRIGGER comments_thread BEFORE INSERT ON comments
  FOR EACH ROW WHEN (NEW.parent_comment_id IS NOT NULL) EXECUTE FUNCTION join_thread();
CREATE TRIGGER comments_stay_in_thread BEFORE UPDATE OF parent_comment_id ON comments
  FOR EACH ROW WHEN (OLD.parent_comment_id IS DISTINCT FROM NEW.parent_comment_id)
  EXECUTE FUNCTION refuse_move();
CREATE TRIGGER follows_stay BEFORE UPDATE OF follower_clerk_user_id, following_clerk_user_id ON follows
  FOR EACH ROW WHEN ((OLD.follower_clerk_user_id, OLD.following_clerk_user_id)
                     IS DISTINCT FROM (NEW.follower_clerk_user_id, NEW.following_clerk_user_id))
  EXECUTE FUNCTION refuse_move();

-- The mark of a deleted comment goes with the last answer to it.
CREATE FUNCTION end_threads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A deletion fires this function again, even one that finds nothing.
  IF NOT EXISTS (SELECT FROM changed WHERE parent_comment_id IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  DELETE FROM comments c
  WHERE c.id IN (SELECT parent_comment_id FROM changed) AND c.deleted_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM comments r WHERE r.parent_comment_id = c.id);
  RETURN NULL;
END $$;

-- After comments_deleted, which takes the locks of the pictures: triggers fire in the order of their names.
CREATE TRIGGER comments_thread_ended AFTER DELETE ON comments
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION end_threads();

-- A foreign key that is checked at once locks the picture weakly, and the counters then lock it strongly:
-- with a deletion waiting in between, both wait for ever. Checked at commit, the strong lock comes first.
DO $$
DECLARE
  key record;
BEGIN
  FOR key IN SELECT conrelid::regclass AS tab, conname FROM pg_constraint
             WHERE contype = 'f'
               AND conrelid IN ('likes'::regclass, 'comments'::regclass, 'comment_likes'::regclass)
               AND confrelid IN ('images'::regclass, 'comments'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', key.tab, key.conname);
  END LOOP;
END $$;

-- What a profile counts: public pictures, and follows both ways. Members without any have no row.
CREATE TABLE member_counts (
  clerk_user_id varchar(255) PRIMARY KEY,
  image_count integer NOT NULL DEFAULT 0,
  follower_count integer NOT NULL DEFAULT 0,
  following_count integer NOT NULL DEFAULT 0
);

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

-- Rows are taken in the order of their ids, after those of pictures and comments.
CREATE FUNCTION count_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  INSERT INTO member_counts AS m (clerk_user_id, follower_count, following_count)
  SELECT member, step * sum(followers), step * sum(following)
  FROM (
    SELECT following_clerk_user_id, 1, 0 FROM changed
    UNION ALL
    SELECT follower_clerk_user_id, 0, 1 FROM changed
  ) one (member, followers, following)
  GROUP BY member
  ORDER BY member
  ON CONFLICT (clerk_user_id) DO UPDATE
  SET follower_count = m.follower_count + EXCLUDED.follower_count,
      following_count = m.following_count + EXCLUDED.following_count;
  IF step < 0 THEN
    DELETE FROM member_counts
    WHERE clerk_user_id IN (SELECT following_clerk_user_id FROM changed
                            UNION SELECT follower_clerk_user_id FROM changed)
      AND (image_count, follower_count, following_count) = (0, 0, 0);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER follows_inserted AFTER INSERT ON follows
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_follows();
CREATE TRIGGER follows_deleted AFTER DELETE ON follows
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_follows();

CREATE FUNCTION count_public_images() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  INSERT INTO member_counts AS m (clerk_user_id, image_count)
  SELECT clerk_user_id, step * count(*) FROM changed WHERE visibility = 'public'
  GROUP BY clerk_user_id
  ORDER BY clerk_user_id
  ON CONFLICT (clerk_user_id) DO UPDATE SET image_count = m.image_count + EXCLUDED.image_count;
  IF step < 0 THEN
    DELETE FROM member_counts
    WHERE clerk_user_id IN (SELECT clerk_user_id FROM changed WHERE visibility = 'public')
      AND (image_count, follower_count, following_count) = (0, 0, 0);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER images_inserted AFTER INSERT ON images
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_public_images();
CREATE TRIGGER images_deleted AFTER DELETE ON images
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_public_images();

-- By row: with a transition table, every like would copy the picture it counts at, twice.
CREATE FUNCTION recount_public_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_counts AS m (clerk_user_id, image_count)
  SELECT member, sum(step)
  FROM (VALUES (OLD.clerk_user_id, CASE OLD.visibility WHEN 'public' THEN -1 ELSE 0 END),
               (NEW.clerk_user_id, CASE NEW.visibility WHEN 'public' THEN 1 ELSE 0 END)) one (member, step)
  GROUP BY member
  HAVING sum(step) <> 0
  ORDER BY member
  ON CONFLICT (clerk_user_id) DO UPDATE SET image_count = m.image_count + EXCLUDED.image_count;
  DELETE FROM member_counts
  WHERE clerk_user_id = OLD.clerk_user_id AND (image_count, follower_count, following_count) = (0, 0, 0);
  RETURN NULL;
END $$;

CREATE TRIGGER images_recounted AFTER UPDATE OF visibility, clerk_user_id ON images
  FOR EACH ROW WHEN ((OLD.visibility, OLD.clerk_user_id) IS DISTINCT FROM (NEW.visibility, NEW.clerk_user_id))
  EXECUTE FUNCTION recount_public_image();
