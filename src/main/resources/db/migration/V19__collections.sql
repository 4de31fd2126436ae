-- Pictures that members keep together. A row stays while its picture is hidden: whoever reads asks visible_to.

CREATE TABLE collections (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  clerk_user_id varchar(255) NOT NULL,
  name text NOT NULL,
  description text,
  visibility visibility NOT NULL DEFAULT 'private',
  -- Whoever knows it sees the collection, also a private one.
  link text UNIQUE,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX collections_member_idx ON collections (clerk_user_id, id DESC);

CREATE TABLE collection_images (
  collection_id integer NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  image_id integer NOT NULL REFERENCES images (id) ON DELETE CASCADE,
  -- Far apart, so that a picture moves between two others by one row.
  place bigint NOT NULL,
  is_cover boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (collection_id, image_id)
);
CREATE INDEX collection_images_place_idx ON collection_images (collection_id, place, image_id);
CREATE INDEX collection_images_image_idx ON collection_images (image_id);
CREATE UNIQUE INDEX collection_images_cover_idx ON collection_images (collection_id) WHERE is_cover;
