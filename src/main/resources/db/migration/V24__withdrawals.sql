-- Whether the engine of a cancelled request knows that nobody waits for it any more. After the deadline it stops by itself.
ALTER TABLE generations ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

CREATE INDEX generations_withdrawal_idx ON generations (deadline)
  WHERE status = 'cancelled' AND submitted_at IS NOT NULL AND NOT withdrawn;
