-- Every movement of a member's credits, appended and never changed; the last row's balance is the member's.

UPDATE user_credits SET credits = 0 WHERE credits < 0;
ALTER TABLE user_credits ADD CONSTRAINT user_credits_not_negative CHECK (credits >= 0);

CREATE TABLE credit_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  clerk_user_id varchar(255) NOT NULL,
  amount integer NOT NULL,
  balance_after integer NOT NULL CHECK (balance_after >= 0),
  reason text NOT NULL CHECK (reason IN ('opening', 'charge', 'refund', 'refill', 'grant', 'correction')),
  generation_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX credit_entries_once_idx ON credit_entries (generation_id, reason);
CREATE INDEX credit_entries_member_idx ON credit_entries (clerk_user_id, id DESC);

INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason)
SELECT clerk_user_id, credits, credits, 'opening' FROM user_credits ORDER BY id;

-- At commit the ledger agrees with the balance, whoever wrote it: a client that sets user_credits by hand
-- leaves an entry of its own.
CREATE FUNCTION keep_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  balance integer;
  booked integer;
BEGIN
  SELECT credits INTO balance FROM user_credits WHERE id = NEW.id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT balance_after INTO booked FROM credit_entries
  WHERE clerk_user_id = NEW.clerk_user_id ORDER BY id DESC LIMIT 1;
  IF booked IS DISTINCT FROM balance THEN
    INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason)
    VALUES (NEW.clerk_user_id, balance - COALESCE(booked, 0), balance,
            CASE WHEN booked IS NULL THEN 'opening' ELSE 'correction' END);
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER user_credits_ledger AFTER INSERT OR UPDATE ON user_credits
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_ledger();

CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'credit_entries is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER credit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
