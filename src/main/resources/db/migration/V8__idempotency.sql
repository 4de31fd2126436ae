-- What was answered to a request that carried a key, so that the same request again gets the same answer.

CREATE TABLE idempotent_answers (
  clerk_user_id varchar(255) NOT NULL,
  key varchar(255) NOT NULL,
  operation text NOT NULL,
  request_hash bytea NOT NULL,
  answer text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (clerk_user_id, key)
);
CREATE INDEX idempotent_answers_age_idx ON idempotent_answers (created_at);
