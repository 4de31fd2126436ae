-- What public pictures are found by. The service analyses their words, with the same analyser that it takes a
-- search apart with; the database only remembers which pictures still wait for it.

CREATE TABLE image_search (
  image_id integer PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE,
  published_at timestamp NOT NULL,
  document tsvector,
  -- The version of the analyser that made the document; 0 waits for any.
  analyser smallint NOT NULL DEFAULT 0
);

-- The planner must tell rare words from frequent ones.
ALTER TABLE image_search ALTER document SET STATISTICS 1000;

-- Rare words are found here. Only the background writes it, so that no search has to wade through a list of
-- pending entries, nor a writer to clear it.
CREATE INDEX image_search_document_idx ON image_search USING gin (document) WITH (fastupdate = off);
-- Frequent words are found by walking here from the newest until there are enough.
CREATE INDEX image_search_published_idx ON image_search (published_at DESC, image_id DESC);
-- Those to be analysed, newest first.
CREATE INDEX image_search_analyser_idx ON image_search (analyser, image_id DESC);

-- Whoever writes a picture: its words leave the search with the very change that hides or replaces them.
CREATE FUNCTION keep_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.visibility = 'public' THEN
    INSERT INTO image_search (image_id, published_at) VALUES (NEW.id, NEW.published_at)
    ON CONFLICT (image_id) DO UPDATE SET published_at = EXCLUDED.published_at, document = NULL, analyser = 0;
  ELSE
    DELETE FROM image_search WHERE image_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER images_searchable_inserted AFTER INSERT ON images
  FOR EACH ROW WHEN (NEW.visibility = 'public') EXECUTE FUNCTION keep_searchable();
CREATE TRIGGER images_searchable_updated
  AFTER UPDATE OF visibility, published_at, title, description, prompt, translated_prompt, tags ON images
  FOR EACH ROW
  WHEN ((OLD.visibility, OLD.published_at, OLD.title, OLD.description, OLD.prompt, OLD.translated_prompt, OLD.tags)
        IS DISTINCT FROM
        (NEW.visibility, NEW.published_at, NEW.title, NEW.description, NEW.prompt, NEW.translated_prompt, NEW.tags))
  EXECUTE FUNCTION keep_searchable();

INSERT INTO image_search (image_id, published_at)
SELECT id, published_at FROM images WHERE visibility = 'public';
