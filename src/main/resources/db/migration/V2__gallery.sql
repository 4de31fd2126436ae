-- What the gallery adds to the founding tables: the day of publication, where a picture came from, the one
-- visibility predicate, and counters that are right whoever writes the rows.

ALTER TABLE images
  ADD COLUMN published_at timestamp,
  ADD COLUMN generation_id uuid,
  ADD COLUMN engine text,
  ADD COLUMN seed bigint,
  ADD COLUMN source_image_id integer REFERENCES images (id) ON DELETE SET NULL;

UPDATE images SET published_at = created_at WHERE visibility = 'public';

CREATE UNIQUE INDEX images_generation_id_idx ON images (generation_id);
CREATE INDEX images_public_feed_idx ON images (published_at DESC, id DESC) WHERE visibility = 'public';
CREATE INDEX images_source_image_id_idx ON images (source_image_id);
CREATE INDEX images_own_gallery_idx ON images (clerk_user_id, created_at DESC, id DESC);
CREATE INDEX images_public_tags_idx ON images USING gin (tags) WHERE visibility = 'public';
-- Every file of a picture shares its original's name up to the first dot.
CREATE INDEX images_file_idx ON images (split_part(file_path, '.', 1));

-- The one place that says who may see a picture. Guests have no id: viewer is NULL.
CREATE FUNCTION visible_to(viewer varchar, owner varchar, visibility visibility) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN visibility = 'public' OR COALESCE(owner = viewer, false);

CREATE FUNCTION date_first_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.published_at := clock_timestamp() AT TIME ZONE 'UTC';
  RETURN NEW;
END $$;

CREATE TRIGGER images_published BEFORE INSERT OR UPDATE OF visibility ON images
  FOR EACH ROW WHEN (NEW.visibility = 'public' AND NEW.published_at IS NULL)
  EXECUTE FUNCTION date_first_publication();

-- Counters: one grouped UPDATE per statement, rows taken in id order so that two writers never wait in a circle.
CREATE FUNCTION count_likes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM images WHERE id IN (SELECT image_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE images i
  SET like_count = COALESCE(i.like_count, 0) + c.delta
  FROM (SELECT image_id, count(*)::integer * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END AS delta
        FROM changed GROUP BY image_id) c
  WHERE i.id = c.image_id;
  RETURN NULL;
END $$;

CREATE TRIGGER likes_inserted AFTER INSERT ON likes
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_likes();
CREATE TRIGGER likes_deleted AFTER DELETE ON likes
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_likes();

CREATE FUNCTION count_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM images WHERE id IN (SELECT image_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE images i
  SET comment_count = COALESCE(i.comment_count, 0) + c.delta
  FROM (SELECT image_id, count(*)::integer * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END AS delta
        FROM changed GROUP BY image_id) c
  WHERE i.id = c.image_id;
  RETURN NULL;
END $$;

CREATE TRIGGER comments_inserted AFTER INSERT ON comments
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_comments();
CREATE TRIGGER comments_deleted AFTER DELETE ON comments
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_comments();

CREATE FUNCTION count_comment_likes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM comments WHERE id IN (SELECT comment_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE comments o
  SET like_count = COALESCE(o.like_count, 0) + c.delta
  FROM (SELECT comment_id, count(*)::integer * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END AS delta
        FROM changed GROUP BY comment_id) c
  WHERE o.id = c.comment_id;
  RETURN NULL;
END $$;

CREATE TRIGGER comment_likes_inserted AFTER INSERT ON comment_likes
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_comment_likes();
CREATE TRIGGER comment_likes_deleted AFTER DELETE ON comment_likes
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_comment_likes();

-- A row that moved from one picture or comment to another would be counted at neither.
CREATE FUNCTION refuse_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % stays where it was made', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER likes_stay BEFORE UPDATE OF image_id ON likes
  FOR EACH ROW WHEN (OLD.image_id <> NEW.image_id) EXECUTE FUNCTION refuse_move();
CREATE TRIGGER comments_stay BEFORE UPDATE OF image_id ON comments
  FOR EACH ROW WHEN (OLD.image_id <> NEW.image_id) EXECUTE FUNCTION refuse_move();
CREATE TRIGGER comment_likes_stay BEFORE UPDATE OF comment_id ON comment_likes
  FOR EACH ROW WHEN (OLD.comment_id <> NEW.comment_id) EXECUTE FUNCTION refuse_move();

-- A taken-over database counted in its application: recount once.
UPDATE images i
SET like_count = c.likes, comment_count = c.comments
FROM (SELECT p.id,
             (SELECT count(*) FROM likes l WHERE l.image_id = p.id) AS likes,
             (SELECT count(*) FROM comments m WHERE m.image_id = p.id) AS comments
      FROM images p) c
WHERE c.id = i.id AND (i.like_count, i.comment_count) IS DISTINCT FROM (c.likes::integer, c.comments::integer);

UPDATE comments m
SET like_count = c.likes
FROM (SELECT o.id, (SELECT count(*) FROM comment_likes l WHERE l.comment_id = o.id) AS likes FROM comments o) c
WHERE c.id = m.id AND m.like_count IS DISTINCT FROM c.likes::integer;

-- The last known names and faces: a cache of Clerk's, safe to truncate.
CREATE TABLE people (
  clerk_user_id varchar(255) PRIMARY KEY,
  username text,
  display_name text NOT NULL,
  image_url text,
  fetched_at timestamptz NOT NULL
);
