-- What pictures are known again by, and who was told about AI.

-- One row for every picture; the service looks at the files and writes what it saw.
CREATE TABLE fingerprints (
  image_id integer PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE,
  -- The version of the eye that looked; 0 waits for any.
  eye smallint NOT NULL DEFAULT 0,
  -- SHA-256 of every file that leaves.
  files bytea[],
  -- How it looks, and its sixteen parts, each with its own number; null where it is too plain to be told apart.
  look bit(256),
  parts integer[]
);
CREATE INDEX fingerprints_files_idx ON fingerprints USING gin (files) WITH (fastupdate = off);
CREATE INDEX fingerprints_parts_idx ON fingerprints USING gin (parts) WITH (fastupdate = off);
-- Those to be looked at, newest first.
CREATE INDEX fingerprints_eye_idx ON fingerprints (eye, image_id DESC);

-- Pictures of which a part is as wanted. Of hundreds of parts the planner would expect to find every picture, and
-- read them all.
CREATE FUNCTION sharing_parts(wanted integer[], most integer) RETURNS TABLE (image_id integer, look bit(256))
  LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT f.image_id, f.look FROM fingerprints f WHERE f.parts && wanted LIMIT most
$$;

CREATE FUNCTION await_fingerprint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fingerprints (image_id) VALUES (NEW.id)
  ON CONFLICT (image_id) DO UPDATE SET eye = 0, files = NULL, look = NULL, parts = NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER images_fingerprint_inserted AFTER INSERT ON images
  FOR EACH ROW EXECUTE FUNCTION await_fingerprint();
CREATE TRIGGER images_fingerprint_updated AFTER UPDATE OF file_path, thumbnail_url ON images
  FOR EACH ROW
  WHEN ((OLD.file_path, OLD.thumbnail_url) IS DISTINCT FROM (NEW.file_path, NEW.thumbnail_url))
  EXECUTE FUNCTION await_fingerprint();

INSERT INTO fingerprints (image_id) SELECT id FROM images;

-- Which notice of AI a member has read, before their first picture.
CREATE TABLE ai_notices (
  clerk_user_id varchar(255) PRIMARY KEY,
  version smallint NOT NULL,
  read_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
