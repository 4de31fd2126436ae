-- Members who want nothing of each other, and the visibility predicate that knows of it.

CREATE TABLE blocks (
  blocker_clerk_user_id varchar(255) NOT NULL,
  blocked_clerk_user_id varchar(255) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (blocker_clerk_user_id, blocked_clerk_user_id),
  CHECK (blocker_clerk_user_id <> blocked_clerk_user_id)
);
CREATE INDEX blocks_blocked_idx ON blocks (blocked_clerk_user_id);

-- Whom a viewer neither sees nor is seen by, whoever of the two blocked. Asked once per statement, as
-- (SELECT apart_from(:viewer)): a block looked up per row would keep visible_to from being inlined.
CREATE FUNCTION apart_from(viewer varchar) RETURNS varchar[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT blocked_clerk_user_id FROM blocks WHERE blocker_clerk_user_id = viewer
    UNION ALL
    SELECT blocker_clerk_user_id FROM blocks WHERE blocked_clerk_user_id = viewer);

-- The one place that says who may see a picture. Guests have no id: viewer is NULL.
DROP FUNCTION visible_to(varchar, varchar, visibility);
CREATE FUNCTION visible_to(viewer varchar, owner varchar, visibility visibility, apart varchar[])
  RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (visibility = 'public' AND owner <> ALL (apart)) OR COALESCE(owner = viewer, false);
