-- Whether the engine of a cancelled request knows that nobody waits for it any more. After the deadline it stops by itself.
ALTER TABLE generations ADD COLUMN engine_told boolean NOT NULL DEFAULT false;

CREATE INDEX generations_engine_untold_idx ON generations (deadline)
  WHERE status = 'cancelled' AND submitted_at IS NOT NULL AND NOT engine_told;
