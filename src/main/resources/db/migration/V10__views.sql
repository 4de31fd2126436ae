-- Who saw what in the last half hour, so that a view counts once. After a crash both tables may be empty:
-- then a few views count twice.

-- Guests and members stand here under a keyed hash. The key lasts a day and goes with it.
CREATE UNLOGGED TABLE view_keys (
  day date PRIMARY KEY,
  key bytea NOT NULL
);

CREATE UNLOGGED TABLE recent_views (
  image_id integer NOT NULL,
  viewer_hash bytea NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (image_id, viewer_hash)
);
