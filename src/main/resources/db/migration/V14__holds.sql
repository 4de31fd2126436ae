-- Pictures and comments that are held back, whatever their owners want. What is held is not marked but moved out of
-- sight: a held picture is private, a held comment has no words, so that no reader, whoever wrote its query, shows it.

-- The visibility the picture goes back to, and why it is held; it is released when no cause is left.
CREATE TABLE image_holds (
  image_id integer PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  visibility visibility NOT NULL,
  causes text[] NOT NULL CHECK (cardinality(causes) > 0 AND causes <@ ARRAY['moderation', 'rights', 'leaving'])
);

CREATE TABLE comment_holds (
  comment_id integer PRIMARY KEY REFERENCES comments (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  content text NOT NULL,
  causes text[] NOT NULL CHECK (cardinality(causes) > 0 AND causes <@ ARRAY['moderation', 'rights', 'leaving'])
);

-- Pictures and comments are locked before their holds, in the order of their ids, as everywhere.
CREATE FUNCTION hold_images(wanted integer[], cause text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM images WHERE id = ANY (wanted) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO image_holds AS h (image_id, visibility, causes)
  SELECT i.id, i.visibility, ARRAY[cause] FROM images i WHERE i.id = ANY (wanted) ORDER BY i.id
  ON CONFLICT (image_id) DO UPDATE SET causes = h.causes || cause WHERE cause <> ALL (h.causes);
  UPDATE images SET visibility = 'private' WHERE id = ANY (wanted) AND visibility = 'public';
END $$;

CREATE FUNCTION release_images(wanted integer[], cause text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  free integer[];
BEGIN
  PERFORM FROM images WHERE id = ANY (wanted) ORDER BY id FOR NO KEY UPDATE;
  UPDATE image_holds h SET causes = array_remove(h.causes, cause)
  WHERE h.image_id = ANY (wanted) AND h.causes <> ARRAY[cause];
  WITH released AS (
    DELETE FROM image_holds h WHERE h.image_id = ANY (wanted) AND h.causes = ARRAY[cause]
    RETURNING h.image_id, h.visibility)
  SELECT array_agg(r.image_id) INTO free FROM released r WHERE r.visibility = 'public';
  UPDATE images SET visibility = 'public' WHERE id = ANY (free);
END $$;

-- Whoever publishes a held picture says what it goes back to.
CREATE FUNCTION keep_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE image_holds SET visibility = 'public' WHERE image_id = NEW.id;
  IF FOUND THEN
    NEW.visibility := 'private';
  END IF;
  RETURN NEW;
END $$;

-- By its name before images_published, which dates the first publication.
CREATE TRIGGER images_held BEFORE UPDATE OF visibility ON images
  FOR EACH ROW WHEN (NEW.visibility = 'public') EXECUTE FUNCTION keep_held();

CREATE FUNCTION hold_comments(wanted integer[], cause text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM comments WHERE id = ANY (wanted) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO comment_holds AS h (comment_id, content, causes)
  SELECT c.id, c.content, ARRAY[cause] FROM comments c
  WHERE c.id = ANY (wanted) AND c.deleted_at IS NULL
  ORDER BY c.id
  ON CONFLICT (comment_id) DO UPDATE SET causes = h.causes || cause WHERE cause <> ALL (h.causes);
  UPDATE comments SET content = '' WHERE id = ANY (wanted) AND content <> '';
END $$;

CREATE FUNCTION release_comments(wanted integer[], cause text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM comments WHERE id = ANY (wanted) ORDER BY id FOR NO KEY UPDATE;
  UPDATE comment_holds h SET causes = array_remove(h.causes, cause)
  WHERE h.comment_id = ANY (wanted) AND h.causes <> ARRAY[cause];
  WITH released AS (
    DELETE FROM comment_holds h WHERE h.comment_id = ANY (wanted) AND h.causes = ARRAY[cause]
    RETURNING h.comment_id, h.content)
  UPDATE comments c SET content = r.content FROM released r WHERE c.id = r.comment_id;
END $$;

-- Whoever edits a held comment changes what it goes back to.
CREATE FUNCTION keep_words_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comment_holds SET content = NEW.content WHERE comment_id = NEW.id;
  IF FOUND THEN
    NEW.content := '';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER comments_held BEFORE UPDATE OF content ON comments
  FOR EACH ROW WHEN (NEW.content <> '') EXECUTE FUNCTION keep_words_held();

-- A held comment that is deleted leaves its place as any other, and no words elsewhere.
CREATE FUNCTION forget_held_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM comment_holds WHERE comment_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER comments_forgotten AFTER UPDATE OF deleted_at ON comments
  FOR EACH ROW WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION forget_held_words();
