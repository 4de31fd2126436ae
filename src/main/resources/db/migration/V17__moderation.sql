-- What members report, what moderators decide, and what follows from it until its end.

-- Every decision, appended and never changed. People stand in it by the hash of their ids; whose hash it is, says
-- moderation_people for as long as they stay. Pictures, comments and cases may have gone since.
CREATE TABLE moderation_actions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action text NOT NULL CHECK (action IN (
    'dismiss', 'hide', 'delete', 'suspend', 'rights-block', 'uphold', 'reverse', 'lift', 'expire')),
  moderator bytea,
  person bytea NOT NULL,
  case_id bigint,
  image_id integer,
  comment_id integer,
  about_action bigint REFERENCES moderation_actions (id),
  reasons text[] NOT NULL DEFAULT '{}',
  note text NOT NULL,
  ends_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (num_nonnulls(image_id, comment_id) <= 1),
  CHECK ((action = 'expire') = (moderator IS NULL)),
  CHECK ((action IN ('uphold', 'reverse', 'lift', 'expire')) = (about_action IS NOT NULL))
);
CREATE INDEX moderation_actions_person_idx ON moderation_actions (person, id DESC);

CREATE FUNCTION refuse_moderation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'moderation_actions is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER moderation_actions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON moderation_actions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_moderation_change();

CREATE TABLE moderation_people (
  person bytea PRIMARY KEY,
  clerk_user_id varchar(255) NOT NULL
);
CREATE INDEX moderation_people_clerk_user_id_idx ON moderation_people (clerk_user_id);

-- All reports of one thing are one case. target_id is the number of a picture or comment, or a member's id;
-- clerk_user_id is whose thing it is. A settled case was given right on appeal and does not open again.
CREATE TABLE report_cases (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  target_type text NOT NULL CHECK (target_type IN ('image', 'comment', 'user')),
  target_id varchar(255) NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'settled')),
  weight integer NOT NULL DEFAULT 0,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX report_cases_target_idx ON report_cases (target_type, target_id);
CREATE INDEX report_cases_clerk_user_id_idx ON report_cases (clerk_user_id);
-- The queue in its order: the heaviest first, then the oldest.
CREATE INDEX report_cases_queue_idx ON report_cases ((-weight), opened_at, id) WHERE state = 'open';

-- A report that no decision has answered is open.
CREATE TABLE reports (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id bigint NOT NULL REFERENCES report_cases (id) ON DELETE CASCADE,
  reporter_clerk_user_id varchar(255) NOT NULL,
  reason text NOT NULL CHECK (reason IN (
    'illegal_filming', 'minors', 'sexual', 'hate', 'defamation', 'copyright', 'spam', 'other')),
  weight integer NOT NULL,
  details text,
  action_id bigint REFERENCES moderation_actions (id),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX reports_once_idx ON reports (case_id, reporter_clerk_user_id);
CREATE INDEX reports_reporter_idx ON reports (reporter_clerk_user_id);
CREATE INDEX reports_action_idx ON reports (action_id) WHERE action_id IS NOT NULL;

-- The gravest open reason, and at most nine more for the number of those who gave one: many together do not put
-- something before what is graver.
CREATE FUNCTION weigh_cases(wanted bigint[]) RETURNS void LANGUAGE sql AS $$
  UPDATE report_cases c
  SET weight = COALESCE(w.weight, 0), state = CASE WHEN w.weight IS NULL AND c.state = 'open' THEN 'closed' ELSE c.state END
  FROM unnest(wanted) AS t (id)
  LEFT JOIN LATERAL (
    SELECT max(r.weight) + LEAST(count(*) - 1, 9)::integer AS weight
    FROM reports r WHERE r.case_id = t.id AND r.action_id IS NULL) w ON true
  WHERE c.id = t.id
$$;

CREATE TABLE appeals (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action_id bigint NOT NULL REFERENCES moderation_actions (id),
  clerk_user_id varchar(255) NOT NULL,
  content text NOT NULL,
  outcome_id bigint REFERENCES moderation_actions (id),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX appeals_once_idx ON appeals (action_id);
CREATE INDEX appeals_clerk_user_id_idx ON appeals (clerk_user_id);
CREATE INDEX appeals_open_idx ON appeals (id) WHERE outcome_id IS NULL;

CREATE TABLE suspensions (
  action_id bigint PRIMARY KEY REFERENCES moderation_actions (id),
  clerk_user_id varchar(255) NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX suspensions_clerk_user_id_idx ON suspensions (clerk_user_id, ends_at);

-- Deletions that wait for an appeal; until then their things are hidden.
CREATE TABLE awaited_deletions (
  action_id bigint PRIMARY KEY REFERENCES moderation_actions (id),
  image_id integer,
  comment_id integer,
  due_at timestamptz NOT NULL,
  CHECK (num_nonnulls(image_id, comment_id) = 1)
);
CREATE INDEX awaited_deletions_due_idx ON awaited_deletions (due_at);

-- Pictures that are blocked for a while because somebody asserts a right in them.
CREATE TABLE rights_blocks (
  action_id bigint PRIMARY KEY REFERENCES moderation_actions (id),
  image_id integer NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  claimant text NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX rights_blocks_once_idx ON rights_blocks (image_id) WHERE ended_at IS NULL;
CREATE INDEX rights_blocks_due_idx ON rights_blocks (ends_at) WHERE ended_at IS NULL;
CREATE INDEX rights_blocks_clerk_user_id_idx ON rights_blocks (clerk_user_id);

-- What those concerned have to be told, each once.
CREATE TABLE moderation_notices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  clerk_user_id varchar(255) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('report_answered', 'decision', 'appeal_answered', 'block_ended')),
  action_id bigint NOT NULL REFERENCES moderation_actions (id),
  image_id integer,
  comment_id integer,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX moderation_notices_once_idx ON moderation_notices (clerk_user_id, action_id, kind);
