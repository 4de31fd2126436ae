-- Each picture's rough colours, to be seen until its file is there: a ThumbHash (https://evanw.github.io/thumbhash/).
ALTER TABLE images ADD COLUMN thumb_hash bytea CHECK (octet_length(thumb_hash) BETWEEN 5 AND 25);

-- Pictures whose files are still to be looked at: those from before, and those that other programs hang. Once
-- looked at they leave, whether anything was found or not.
CREATE TABLE unhashed_images (
  image_id integer PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE
);
INSERT INTO unhashed_images (image_id) SELECT id FROM images;

CREATE FUNCTION forget_thumb_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.thumb_hash := NULL;
  RETURN NEW;
END $$;

CREATE FUNCTION await_thumb_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unhashed_images (image_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER images_thumb_hash_forgotten BEFORE UPDATE OF file_path, thumbnail_url ON images
  FOR EACH ROW
  WHEN ((OLD.file_path, OLD.thumbnail_url) IS DISTINCT FROM (NEW.file_path, NEW.thumbnail_url))
  EXECUTE FUNCTION forget_thumb_hash();
CREATE TRIGGER images_thumb_hash_awaited AFTER INSERT OR UPDATE OF file_path, thumbnail_url ON images
  FOR EACH ROW WHEN (NEW.thumb_hash IS NULL) EXECUTE FUNCTION await_thumb_hash();
