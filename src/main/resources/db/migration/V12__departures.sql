-- Members who left, and what is still to be erased of them.

-- What stays of a member: the hash of an id that is random enough not to be guessed.
CREATE TABLE departed_members (
  member_hash bytea PRIMARY KEY,
  departed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE FUNCTION hash_of(member varchar) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(convert_to(member, 'UTF8'));

CREATE FUNCTION departed(member varchar) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT FROM departed_members d WHERE d.member_hash = hash_of(member));

-- Erasures that have not ended. A row is due at turn_at, which is also how it is leased.
CREATE TABLE erasures (
  clerk_user_id varchar(255) PRIMARY KEY,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  at_clerk boolean NOT NULL DEFAULT false,
  turn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  failures integer NOT NULL DEFAULT 0
);
CREATE INDEX erasures_turn_idx ON erasures (turn_at);

-- Members whom Clerk did not know when it was last asked for everybody.
CREATE TABLE missing_members (
  clerk_user_id varchar(255) PRIMARY KEY,
  first_missed_at timestamptz NOT NULL
);

-- Webhooks that took effect: whatever comes again within their senders' patience is known.
CREATE TABLE webhook_deliveries (
  id varchar(128) PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX webhook_deliveries_received_at_idx ON webhook_deliveries (received_at);

-- Clerk's own time of the last change, in its milliseconds: news come in any order.
ALTER TABLE people ADD COLUMN clerk_updated_at bigint;

-- The ledger stays append-only for as long as its member stays.
DROP TRIGGER credit_entries_append_only ON credit_entries;
CREATE TRIGGER credit_entries_append_only BEFORE UPDATE OR TRUNCATE ON credit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

CREATE FUNCTION keep_entries_of_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM gone WHERE NOT departed(clerk_user_id)) THEN
    RAISE EXCEPTION 'credit_entries is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER credit_entries_of_members_stay AFTER DELETE ON credit_entries
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_entries_of_members();
