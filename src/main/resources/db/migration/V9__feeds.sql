-- Feeds: each order has indexes that serve it without a sort. What a filter may ask for stands behind the
-- order's own columns, so that rows are passed over inside the index and only shown ones are fetched.

-- A like, a view and a download change no indexed column: with room on its page the row moves without
-- touching an index.
ALTER TABLE images SET (fillfactor = 70);

DROP INDEX images_public_feed_idx;
DROP INDEX images_own_gallery_idx;
CREATE INDEX images_latest_idx
  ON images (published_at DESC, id DESC, category, style, color_tone) WHERE visibility = 'public';
CREATE INDEX images_latest_category_idx
  ON images (category, published_at DESC, id DESC, style, color_tone) WHERE visibility = 'public';
CREATE INDEX images_latest_style_idx
  ON images (style, published_at DESC, id DESC, category, color_tone) WHERE visibility = 'public';
CREATE INDEX images_latest_tone_idx
  ON images (color_tone, published_at DESC, id DESC, category, style) WHERE visibility = 'public';
CREATE INDEX images_member_idx
  ON images (clerk_user_id, published_at DESC, id DESC, category, style, color_tone) WHERE visibility = 'public';
CREATE INDEX images_own_gallery_idx ON images (clerk_user_id, created_at DESC, id DESC, visibility);

-- Where public pictures stand in the orders that change. A row is there exactly while its picture is public;
-- likes and score follow within seconds.
CREATE TABLE image_ranks (
  image_id integer PRIMARY KEY REFERENCES images (id) DEFERRABLE INITIALLY DEFERRED,
  clerk_user_id varchar(255) NOT NULL,
  published_at timestamp NOT NULL,
  likes integer NOT NULL,
  score double precision NOT NULL,
  category category,
  style style,
  color_tone color_tone
);

-- Twice the applause is worth one more day. Being added to the day of publication, a score decays against
-- newer pictures without ever being computed again.
CREATE FUNCTION trending_score(likes integer, comments integer, published_at timestamp) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ln(1 + likes + 2.0::double precision * comments) / ln(2::double precision)
    + extract(epoch FROM published_at)::double precision / 86400;

-- The one form in which tags are the same tag.
CREATE FUNCTION fold_tag(tag text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(normalize(btrim(tag, E' \t\r\n'), NFC));

-- A word as the keys that type it, so that an unfinished syllable begins the finished one: every consonant in
-- one form, double finals and diphthongs as their two parts.
CREATE FUNCTION typed(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  keys text := normalize(word, NFKD);
  doubles constant text := U&'\11AA\11AC\11AD\11B0\11B1\11B2\11B3\11B4\11B5\11B6\11B9'
                           '\116A\116B\116C\116F\1170\1171\1174';
  parts constant text := U&'\1100\1109\1102\110C\1102\1112\1105\1100\1105\1106\1105\1107\1105\1109'
                         '\1105\1110\1105\1111\1105\1112\1107\1109'
                         '\1169\1161\1169\1162\1169\1175\116E\1165\116E\1166\116E\1175\1173\1175';
BEGIN
  FOR n IN 1 .. length(doubles) LOOP
    keys := replace(keys, substr(doubles, n, 1), substr(parts, 2 * n - 1, 2));
  END LOOP;
  RETURN left(
    translate(keys, U&'\11A8\11A9\11AB\11AE\11AF\11B7\11B8\11BA\11BB\11BC\11BD\11BE\11BF\11C0\11C1\11C2',
                    U&'\1100\1101\1102\1103\1105\1106\1107\1109\110A\110B\110C\110E\110F\1110\1111\1112'),
    400);
END $$;

-- Tags of public pictures; one that no picture has any more stays with 0.
CREATE TABLE tags (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  keys text COLLATE "C" NOT NULL GENERATED ALWAYS AS (typed(name)) STORED,
  image_count integer NOT NULL DEFAULT 0
);
CREATE INDEX tags_keys_idx ON tags (keys) WHERE image_count > 0;
CREATE INDEX tags_most_used_idx ON tags (image_count DESC, name) WHERE image_count > 0;

-- GIN finds a tag but cannot order: here a tag's pictures stand in every order. A row hangs on the picture's
-- rank and comes, changes and goes with it.
CREATE TABLE image_tags (
  image_id integer NOT NULL REFERENCES image_ranks (image_id),
  tag_id integer NOT NULL REFERENCES tags (id),
  published_at timestamp NOT NULL,
  likes integer NOT NULL,
  score double precision NOT NULL,
  category category,
  style style,
  color_tone color_tone,
  PRIMARY KEY (image_id, tag_id)
);

-- Whoever changes what tags count does so one after the other: the pictures of one statement come in any
-- order, and their tags would be locked in circles. Pictures are always locked before.
CREATE FUNCTION lock_tags() RETURNS void LANGUAGE sql
  RETURN pg_advisory_xact_lock(1095325784, 9);

CREATE FUNCTION count_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM changed) THEN
    RETURN NULL;
  END IF;
  PERFORM lock_tags();
  UPDATE tags t
  SET image_count = t.image_count + c.delta
  FROM (SELECT tag_id, count(*)::integer * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END AS delta
        FROM changed GROUP BY tag_id) c
  WHERE t.id = c.tag_id;
  RETURN NULL;
END $$;

CREATE TRIGGER image_tags_inserted AFTER INSERT ON image_tags
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_tags();
CREATE TRIGGER image_tags_deleted AFTER DELETE ON image_tags
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_tags();

CREATE VIEW public_tags AS
SELECT DISTINCT i.id AS image_id, fold_tag(t.tag) AS name
FROM images i CROSS JOIN unnest(i.tags) AS t (tag)
WHERE i.visibility = 'public' AND length(fold_tag(t.tag)) BETWEEN 1 AND 100;

-- Whoever holds a rank holds its tags: it is taken first by all, as by those who refresh it.
CREATE FUNCTION unplace_images(gone integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM image_ranks WHERE image_id = ANY (gone) ORDER BY image_id FOR UPDATE;
  DELETE FROM image_tags WHERE image_id = ANY (gone);
  DELETE FROM image_ranks WHERE image_id = ANY (gone);
END $$;

-- Makes ranks and tags of public pictures what their rows say.
CREATE FUNCTION place_images(changed integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO image_ranks AS r (image_id, clerk_user_id, published_at, likes, score, category, style, color_tone)
  SELECT i.id, i.clerk_user_id, i.published_at, COALESCE(i.like_count, 0),
         trending_score(COALESCE(i.like_count, 0), COALESCE(i.comment_count, 0), i.published_at),
         i.category, i.style, i.color_tone
  FROM images i WHERE i.id = ANY (changed) AND i.visibility = 'public'
  ON CONFLICT (image_id) DO UPDATE
  SET (clerk_user_id, published_at, likes, score, category, style, color_tone)
    = (EXCLUDED.clerk_user_id, EXCLUDED.published_at, EXCLUDED.likes, EXCLUDED.score,
       EXCLUDED.category, EXCLUDED.style, EXCLUDED.color_tone);

  DELETE FROM image_tags x USING tags t
  WHERE x.image_id = ANY (changed) AND t.id = x.tag_id
    AND NOT EXISTS (SELECT FROM public_tags p WHERE p.image_id = x.image_id AND p.name = t.name);

  IF NOT EXISTS (SELECT FROM public_tags WHERE image_id = ANY (changed)) THEN
    RETURN;
  END IF;
  PERFORM lock_tags();
  INSERT INTO tags (name)
  SELECT DISTINCT p.name FROM public_tags p
  WHERE p.image_id = ANY (changed) AND NOT EXISTS (SELECT FROM tags t WHERE t.name = p.name);

  INSERT INTO image_tags AS x (image_id, tag_id, published_at, likes, score, category, style, color_tone)
  SELECT r.image_id, t.id, r.published_at, r.likes, r.score, r.category, r.style, r.color_tone
  FROM public_tags p JOIN tags t ON t.name = p.name JOIN image_ranks r ON r.image_id = p.image_id
  WHERE p.image_id = ANY (changed)
  ON CONFLICT (image_id, tag_id) DO UPDATE
  SET (published_at, likes, score, category, style, color_tone)
    = (EXCLUDED.published_at, EXCLUDED.likes, EXCLUDED.score, EXCLUDED.category, EXCLUDED.style, EXCLUDED.color_tone);
END $$;

-- What is taken over is placed first and indexed then, which is quicker.
DO $$ BEGIN
  PERFORM place_images(ARRAY(SELECT id FROM images WHERE visibility = 'public'));
  SET CONSTRAINTS ALL IMMEDIATE;
END $$;

CREATE INDEX image_ranks_likes_idx ON image_ranks (likes DESC, image_id DESC, category, style, color_tone);
CREATE INDEX image_ranks_likes_category_idx
  ON image_ranks (category, likes DESC, image_id DESC, style, color_tone);
CREATE INDEX image_ranks_likes_style_idx
  ON image_ranks (style, likes DESC, image_id DESC, category, color_tone);
CREATE INDEX image_ranks_likes_tone_idx
  ON image_ranks (color_tone, likes DESC, image_id DESC, category, style);
CREATE INDEX image_ranks_likes_member_idx
  ON image_ranks (clerk_user_id, likes DESC, image_id DESC, category, style, color_tone);
CREATE INDEX image_ranks_score_idx ON image_ranks (score DESC, image_id DESC, category, style, color_tone);
CREATE INDEX image_ranks_score_category_idx
  ON image_ranks (category, score DESC, image_id DESC, style, color_tone);
CREATE INDEX image_ranks_score_style_idx
  ON image_ranks (style, score DESC, image_id DESC, category, color_tone);
CREATE INDEX image_ranks_score_tone_idx
  ON image_ranks (color_tone, score DESC, image_id DESC, category, style);
CREATE INDEX image_ranks_score_member_idx
  ON image_ranks (clerk_user_id, score DESC, image_id DESC, category, style, color_tone);

CREATE INDEX image_tags_latest_idx
  ON image_tags (tag_id, published_at DESC, image_id DESC, category, style, color_tone);
CREATE INDEX image_tags_likes_idx
  ON image_tags (tag_id, likes DESC, image_id DESC, category, style, color_tone);
CREATE INDEX image_tags_score_idx
  ON image_tags (tag_id, score DESC, image_id DESC, category, style, color_tone);

CREATE FUNCTION place_new_images() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids constant integer[] := ARRAY(SELECT id FROM changed WHERE visibility = 'public');
BEGIN
  IF cardinality(ids) > 0 THEN
    PERFORM place_images(ids);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION replace_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.visibility = 'public' THEN
    PERFORM place_images(ARRAY[NEW.id]);
  ELSE
    PERFORM unplace_images(ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION unplace_deleted_images() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids constant integer[] := ARRAY(SELECT id FROM changed WHERE visibility = 'public');
BEGIN
  IF cardinality(ids) > 0 THEN
    PERFORM unplace_images(ids);
  END IF;
  RETURN NULL;
END $$;

-- Triggers fire by name, these before all that are called images_…: tags are locked before anything else that
-- hangs on a picture.
CREATE TRIGGER image_inserted AFTER INSERT ON images
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_new_images();
CREATE TRIGGER image_deleted AFTER DELETE ON images
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION unplace_deleted_images();
CREATE TRIGGER image_changed
  AFTER UPDATE OF clerk_user_id, tags, visibility, category, style, color_tone, published_at ON images
  FOR EACH ROW WHEN (
    (OLD.visibility = 'public' OR NEW.visibility = 'public')
    AND (OLD.clerk_user_id, OLD.tags, OLD.visibility, OLD.category, OLD.style, OLD.color_tone, OLD.published_at)
      IS DISTINCT FROM
        (NEW.clerk_user_id, NEW.tags, NEW.visibility, NEW.category, NEW.style, NEW.color_tone, NEW.published_at))
  EXECUTE FUNCTION replace_image();

-- Pictures whose counters changed since their rank was refreshed. No index and no order: a like adds a row at
-- the end, and whoever refreshes takes them all.
CREATE TABLE rank_changes (
  image_id integer NOT NULL
);

CREATE FUNCTION note_rank_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rank_changes (image_id) VALUES (NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER image_counted AFTER UPDATE OF like_count, comment_count ON images
  FOR EACH ROW WHEN (
    NEW.visibility = 'public'
    AND (OLD.like_count, OLD.comment_count) IS DISTINCT FROM (NEW.like_count, NEW.comment_count))
  EXECUTE FUNCTION note_rank_change();

-- What people kept apart from a viewer add to a counter; asked only for a viewer who has such people.
CREATE FUNCTION likes_by(people varchar[], image integer) RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT count(*)::integer FROM likes l WHERE l.image_id = image AND l.clerk_user_id = ANY (people));

CREATE FUNCTION comments_by(people varchar[], image integer) RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT count(*)::integer FROM comments c WHERE c.image_id = image AND c.clerk_user_id = ANY (people));

CREATE FUNCTION tagged_by(people varchar[], tag integer) RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT count(*)::integer FROM image_ranks r JOIN image_tags t ON t.image_id = r.image_id
          WHERE r.clerk_user_id = ANY (people) AND t.tag_id = tag);
