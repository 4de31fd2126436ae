-- Pictures that were made from pictures: the whole request of each, its place in the tree, and requests that
-- asked for several at once.

ALTER TABLE images
  ADD COLUMN model text,
  ADD COLUMN aspect_ratio text,
  ADD COLUMN reproducible boolean NOT NULL DEFAULT false;

-- Requests asked for together: the first one's id, and the place of each among them. Null for one alone.
ALTER TABLE generations
  ADD COLUMN batch_id uuid,
  ADD COLUMN batch_place smallint NOT NULL DEFAULT 1;
CREATE INDEX generations_batch_idx ON generations (batch_id) WHERE batch_id IS NOT NULL;

-- A picture's place in its tree. It outlives the picture for as long as another descends from it, with nothing
-- left in it but its number. A picture that neither has a source nor is one has no place here.
CREATE TABLE image_versions (
  image_id integer PRIMARY KEY,
  parent_id integer REFERENCES image_versions (image_id),
  root_id integer NOT NULL,
  -- Whose it is, and who may see it, so that a tree is walked without fetching pictures: as in images, kept by
  -- triggers. Without a member once the picture is gone.
  clerk_user_id varchar(255),
  visibility visibility NOT NULL,
  -- Only what everybody once could see leaves an empty place when it is hidden; what never was public leaves none.
  was_public boolean NOT NULL,
  -- Asked for with the very request of its source.
  same_request boolean NOT NULL DEFAULT false
);
CREATE INDEX image_versions_public_idx ON image_versions (root_id, image_id) WHERE visibility = 'public';
CREATE INDEX image_versions_own_idx ON image_versions (root_id, clerk_user_id, image_id);
CREATE INDEX image_versions_public_children_idx
  ON image_versions (parent_id, image_id) WHERE visibility = 'public';
CREATE INDEX image_versions_own_children_idx ON image_versions (parent_id, clerk_user_id, image_id);

-- What a picture was asked to be.
CREATE FUNCTION request_of(i images) RETURNS record
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ROW (i.prompt, i.negative_prompt, i.category, i.image_size, i.aspect_ratio, i.style, i.color_tone);

-- The line of recursion is broken where a source was deleted before there were places.
INSERT INTO image_versions (image_id, parent_id, root_id, clerk_user_id, visibility, was_public, same_request)
WITH RECURSIVE line AS (
  SELECT i.id, NULL::integer AS parent_id, i.id AS root_id
  FROM images i
  WHERE i.source_image_id IS NULL AND EXISTS (SELECT FROM images c WHERE c.source_image_id = i.id)
  UNION ALL
  SELECT c.id, line.id, line.root_id FROM line JOIN images c ON c.source_image_id = line.id
)
SELECT i.id, line.parent_id, line.root_id, i.clerk_user_id, i.visibility, i.published_at IS NOT NULL,
       COALESCE(request_of(s) IS NOT DISTINCT FROM request_of(i), false)
FROM line JOIN images i ON i.id = line.id LEFT JOIN images s ON s.id = line.parent_id;

-- The first picture made from another gives it its place, too. Until that is committed nobody changes who may
-- see the source, or its place would not hear of it.
CREATE FUNCTION place_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM image_versions WHERE image_id = NEW.source_image_id) THEN
    PERFORM FROM images WHERE id = NEW.source_image_id FOR NO KEY UPDATE;
    INSERT INTO image_versions (image_id, root_id, clerk_user_id, visibility, was_public)
    SELECT s.id, s.id, s.clerk_user_id, s.visibility, s.published_at IS NOT NULL
    FROM images s WHERE s.id = NEW.source_image_id
    ON CONFLICT (image_id) DO NOTHING;
  END IF;
  INSERT INTO image_versions (image_id, parent_id, root_id, clerk_user_id, visibility, was_public, same_request)
  SELECT NEW.id, v.image_id, v.root_id, NEW.clerk_user_id, NEW.visibility, NEW.published_at IS NOT NULL,
         request_of(s) IS NOT DISTINCT FROM request_of(NEW)
  FROM image_versions v JOIN images s ON s.id = v.image_id
  WHERE v.image_id = NEW.source_image_id
  ON CONFLICT (image_id) DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER images_version_placed AFTER INSERT ON images
  FOR EACH ROW WHEN (NEW.source_image_id IS NOT NULL) EXECUTE FUNCTION place_version();

CREATE FUNCTION follow_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE image_versions
  SET clerk_user_id = NEW.clerk_user_id, visibility = NEW.visibility,
      was_public = was_public OR NEW.published_at IS NOT NULL
  WHERE image_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER images_version_followed AFTER UPDATE OF clerk_user_id, visibility, published_at ON images
  FOR EACH ROW WHEN ((OLD.clerk_user_id, OLD.visibility, OLD.published_at)
                     IS DISTINCT FROM (NEW.clerk_user_id, NEW.visibility, NEW.published_at))
  EXECUTE FUNCTION follow_version();

-- Places without a picture that nothing descends from any more go, and those above them that were kept for their
-- sake. One deletion in a tree at a time: two that take the last two leaves would each leave the branch to the other.
CREATE FUNCTION leave_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  leaves integer[] := ARRAY(SELECT v.image_id FROM image_versions v JOIN changed c ON c.id = v.image_id);
BEGIN
  IF cardinality(leaves) = 0 THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(1095325790, root_id)
  FROM (SELECT DISTINCT root_id FROM image_versions WHERE image_id = ANY (leaves) ORDER BY root_id) trees;
  UPDATE image_versions SET clerk_user_id = NULL, visibility = 'private' WHERE image_id = ANY (leaves);
  WHILE cardinality(leaves) > 0 LOOP
    WITH gone AS (
      DELETE FROM image_versions v
      WHERE v.image_id = ANY (leaves) AND v.clerk_user_id IS NULL
        AND NOT EXISTS (SELECT FROM image_versions c WHERE c.parent_id = v.image_id)
      RETURNING v.parent_id)
    SELECT COALESCE(array_agg(DISTINCT parent_id) FILTER (WHERE parent_id IS NOT NULL), '{}') INTO leaves FROM gone;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER images_versions_left AFTER DELETE ON images
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION leave_versions();

-- The eight places above a version, nearest first, and the tree's own first. What is asked of a tree ends here,
-- however deep it is.
CREATE FUNCTION line_of(version integer, viewer varchar, apart varchar[])
  RETURNS TABLE (image_id integer, step integer, seen boolean, was_public boolean, clerk_user_id varchar)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 9 AS $$
    WITH RECURSIVE line AS (
      SELECT v.*, 0 AS step FROM image_versions v WHERE v.image_id = version
      UNION ALL
      SELECT v.*, line.step + 1 FROM line JOIN image_versions v ON v.image_id = line.parent_id WHERE line.step < 8
    ), above AS (
      SELECT l.image_id, l.step, l.visibility, l.was_public, l.clerk_user_id FROM line l WHERE l.step > 0
      UNION ALL
      SELECT v.image_id, 9, v.visibility, v.was_public, v.clerk_user_id
      FROM line l JOIN image_versions v ON v.image_id = l.root_id
      WHERE l.step = 8 AND l.image_id <> l.root_id
    )
    SELECT a.image_id, a.step, visible_to(viewer, a.clerk_user_id, a.visibility, apart), a.was_public, a.clerk_user_id
    FROM above a
  $$;

-- How a version descends, as far as the viewer may know: its nearest ancestor that may be seen, the topmost one,
-- how it came from the former, and whether something that once was public is missing before that.
CREATE FUNCTION descent_of(version integer, viewer varchar, apart varchar[],
                           OUT parent_id integer, OUT root_id integer, OUT kind text, OUT gap boolean)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH line AS (
      SELECT l.*, count(*) FILTER (WHERE l.seen) OVER (ORDER BY l.step) AS nth
      FROM line_of(version, viewer, apart) l
    ), parent AS (
      SELECT * FROM line WHERE seen AND nth = 1
    )
    SELECT p.image_id,
           (SELECT l.image_id FROM line l WHERE l.seen ORDER BY l.step DESC LIMIT 1),
           CASE WHEN p.image_id IS NULL THEN NULL
                WHEN p.clerk_user_id <> v.clerk_user_id THEN 'remix'
                WHEN v.same_request AND v.parent_id = p.image_id THEN 'again'
                ELSE 'vary' END,
           EXISTS (SELECT FROM line l WHERE l.nth = 0 AND l.was_public)
    FROM (SELECT) one
    LEFT JOIN image_versions v ON v.image_id = version
    LEFT JOIN parent p ON true
  $$;
