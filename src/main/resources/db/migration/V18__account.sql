-- Taking one's things along, bringing them from elsewhere, and leaving with a time to return.

-- Members who are about to leave: nobody sees them, and until leaves_at they may return.
CREATE TABLE leaving_members (
  clerk_user_id varchar(255) PRIMARY KEY,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  leaves_at timestamptz NOT NULL
);
CREATE INDEX leaving_members_leaves_at_idx ON leaving_members (leaves_at);

-- Members whose things are being moved out of sight, or back where they are not leaving any more. A row is due at
-- turn_at, which is also how it is leased.
CREATE TABLE withdrawals (
  clerk_user_id varchar(255) PRIMARY KEY,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  turn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  failures integer NOT NULL DEFAULT 0
);
CREATE INDEX withdrawals_turn_idx ON withdrawals (turn_at);

-- Zips of everything of a member; the file has the id for a name. One is made at a time.
CREATE TABLE exports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clerk_user_id varchar(255) NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  bytes bigint,
  ready_at timestamptz,
  expires_at timestamptz,
  attempt integer NOT NULL DEFAULT 0,
  turn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  failures integer NOT NULL DEFAULT 0,
  CHECK ((bytes IS NULL) = (ready_at IS NULL) AND (ready_at IS NULL) = (expires_at IS NULL))
);
CREATE UNIQUE INDEX exports_open_idx ON exports (clerk_user_id) WHERE ready_at IS NULL;
CREATE INDEX exports_turn_idx ON exports (turn_at) WHERE ready_at IS NULL;
CREATE INDEX exports_member_idx ON exports (clerk_user_id, asked_at DESC);
CREATE INDEX exports_expiry_idx ON exports (expires_at);

-- Such zips on their way in.
CREATE TABLE imports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clerk_user_id varchar(255) NOT NULL,
  publish boolean NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  lines integer NOT NULL DEFAULT 0,
  imported integer NOT NULL DEFAULT 0,
  known integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  complaints jsonb NOT NULL DEFAULT '[]',
  attempt integer NOT NULL DEFAULT 0,
  turn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  failures integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX imports_open_idx ON imports (clerk_user_id) WHERE ended_at IS NULL;
CREATE INDEX imports_turn_idx ON imports (turn_at) WHERE ended_at IS NULL;
CREATE INDEX imports_member_idx ON imports (clerk_user_id, asked_at DESC);

-- Pictures that were not made here: from which AIPixels they came, and which they were there.
CREATE TABLE image_origins (
  image_id integer PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  clerk_user_id varchar(255) NOT NULL,
  origin uuid NOT NULL,
  origin_id integer NOT NULL,
  sha256 text NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (clerk_user_id, origin, origin_id)
);

-- By what name other AIPixels know this one; chosen when it is first asked for.
CREATE TABLE instance (
  id uuid PRIMARY KEY,
  sole boolean NOT NULL DEFAULT true UNIQUE CHECK (sole)
);
