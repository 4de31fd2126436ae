-- A generation is a request for one picture and, at the same time, its own job in the queue.

CREATE TABLE generations (
  id uuid PRIMARY KEY,
  clerk_user_id varchar(255) NOT NULL,
  status text NOT NULL DEFAULT 'queued'
    CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  version integer NOT NULL DEFAULT 1,

  prompt text NOT NULL,
  translated_prompt text,
  negative_prompt text,
  category category,
  image_size image_size NOT NULL,
  aspect_ratio text NOT NULL,
  style style,
  color_tone color_tone,
  visibility visibility NOT NULL,
  title varchar(255),
  description text,
  tags text[] NOT NULL,
  allow_download boolean NOT NULL,
  allow_comments boolean NOT NULL,
  seed bigint NOT NULL,
  source_image_id integer REFERENCES images (id) ON DELETE SET NULL,

  idempotency_key text,
  request_hash text NOT NULL,
  credits_remaining integer NOT NULL,

  engine text NOT NULL,
  submitted_at timestamptz,
  engine_reference text,
  image_id integer REFERENCES images (id) ON DELETE SET NULL,
  error_code text,
  error_message text,

  attempts integer NOT NULL DEFAULT 0,
  lease_owner integer,
  leased_until timestamptz,
  not_before timestamptz NOT NULL DEFAULT clock_timestamp(),
  deadline timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  CHECK ((status IN ('succeeded', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);

CREATE UNIQUE INDEX generations_idempotency_idx ON generations (clerk_user_id, idempotency_key);
CREATE INDEX generations_member_idx ON generations (clerk_user_id, created_at DESC, id DESC);
CREATE INDEX generations_open_idx ON generations (created_at, id) WHERE status IN ('queued', 'running');
CREATE INDEX generations_image_id_idx ON generations (image_id);
CREATE INDEX generations_source_image_id_idx ON generations (source_image_id);

CREATE SEQUENCE generation_workers AS integer CYCLE;

-- Whatever a member can see of a generation raises its version, which numbers its events.
CREATE FUNCTION raise_generation_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

CREATE TRIGGER generations_version BEFORE UPDATE ON generations
  FOR EACH ROW WHEN ((OLD.status, OLD.progress, OLD.translated_prompt, OLD.image_id)
                     IS DISTINCT FROM (NEW.status, NEW.progress, NEW.translated_prompt, NEW.image_id))
  EXECUTE FUNCTION raise_generation_version();

CREATE FUNCTION announce_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('generations', NEW.id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER generations_asked AFTER INSERT ON generations
  FOR EACH ROW EXECUTE FUNCTION announce_generation();
CREATE TRIGGER generations_changed AFTER UPDATE ON generations
  FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION announce_generation();
