-- The founding schema, exactly as the first version of AIPixels made it. Every statement is a no-op where
-- its object stands already, so that a database made by that version is taken over in place.

DO $$
BEGIN
  IF to_regtype('visibility') IS NULL THEN
    CREATE TYPE visibility AS ENUM ('private', 'public');
  END IF;
  IF to_regtype('category') IS NULL THEN
    CREATE TYPE category AS ENUM (
      'portrait', 'landscape', 'character', 'abstract', 'animal', 'architecture', 'food', 'fashion', 'other');
  END IF;
  IF to_regtype('image_size') IS NULL THEN
    CREATE TYPE image_size AS ENUM ('small', 'medium', 'large');
  END IF;
  IF to_regtype('style') IS NULL THEN
    CREATE TYPE style AS ENUM (
      'realistic', 'artistic', 'anime', 'cartoon', 'digital-art', 'oil-painting', 'watercolor', '3d-render');
  END IF;
  IF to_regtype('color_tone') IS NULL THEN
    CREATE TYPE color_tone AS ENUM (
      'vibrant', 'pastel', 'warm', 'cool', 'monochrome', 'dark', 'bright', 'natural');
  END IF;
END $$;

CREATE TABLE IF NOT EXISTS user_credits (
  id serial PRIMARY KEY NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  credits integer DEFAULT 10 NOT NULL,
  last_refill_at timestamp DEFAULT now() NOT NULL,
  created_at timestamp DEFAULT now() NOT NULL,
  updated_at timestamp DEFAULT now() NOT NULL
);

CREATE TABLE IF NOT EXISTS images (
  id serial PRIMARY KEY NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  title varchar(255),
  description text,
  file_path text NOT NULL,
  thumbnail_url text,
  prompt text NOT NULL,
  translated_prompt text,
  negative_prompt text,
  category category,
  image_size image_size DEFAULT 'medium',
  style style,
  color_tone color_tone,
  visibility visibility DEFAULT 'private' NOT NULL,
  width integer,
  height integer,
  replicate_id varchar(255),
  tags text[],
  view_count integer DEFAULT 0,
  like_count integer DEFAULT 0,
  comment_count integer DEFAULT 0,
  download_count integer DEFAULT 0,
  allow_download boolean DEFAULT true,
  allow_comments boolean DEFAULT true,
  created_at timestamp DEFAULT now() NOT NULL,
  updated_at timestamp DEFAULT now() NOT NULL
);

CREATE TABLE IF NOT EXISTS likes (
  id serial PRIMARY KEY NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  image_id integer NOT NULL,
  created_at timestamp DEFAULT now() NOT NULL
);

CREATE TABLE IF NOT EXISTS comments (
  id serial PRIMARY KEY NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  image_id integer NOT NULL,
  parent_comment_id integer,
  content text NOT NULL,
  like_count integer DEFAULT 0,
  created_at timestamp DEFAULT now() NOT NULL,
  updated_at timestamp DEFAULT now() NOT NULL
);

CREATE TABLE IF NOT EXISTS comment_likes (
  id serial PRIMARY KEY NOT NULL,
  clerk_user_id varchar(255) NOT NULL,
  comment_id integer NOT NULL,
  created_at timestamp DEFAULT now() NOT NULL
);

CREATE TABLE IF NOT EXISTS follows (
  id serial PRIMARY KEY NOT NULL,
  follower_clerk_user_id varchar(255) NOT NULL,
  following_clerk_user_id varchar(255) NOT NULL,
  created_at timestamp DEFAULT now() NOT NULL
);

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint
                 WHERE contype = 'f' AND conrelid = 'likes'::regclass AND confrelid = 'images'::regclass) THEN
    ALTER TABLE likes ADD CONSTRAINT likes_image_id_images_id_fk
      FOREIGN KEY (image_id) REFERENCES images (id) ON DELETE CASCADE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint
                 WHERE contype = 'f' AND conrelid = 'comments'::regclass AND confrelid = 'images'::regclass) THEN
    ALTER TABLE comments ADD CONSTRAINT comments_image_id_images_id_fk
      FOREIGN KEY (image_id) REFERENCES images (id) ON DELETE CASCADE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint
                 WHERE contype = 'f' AND conrelid = 'comments'::regclass AND confrelid = 'comments'::regclass) THEN
    ALTER TABLE comments ADD CONSTRAINT comments_parent_comment_id_comments_id_fk
      FOREIGN KEY (parent_comment_id) REFERENCES comments (id) ON DELETE CASCADE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_constraint
                 WHERE contype = 'f' AND conrelid = 'comment_likes'::regclass AND confrelid = 'comments'::regclass) THEN
    ALTER TABLE comment_likes ADD CONSTRAINT comment_likes_comment_id_comments_id_fk
      FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE;
  END IF;
END $$;

CREATE UNIQUE INDEX IF NOT EXISTS user_credits_clerk_user_id_idx ON user_credits (clerk_user_id);
CREATE INDEX IF NOT EXISTS images_clerk_user_id_idx ON images (clerk_user_id);
CREATE INDEX IF NOT EXISTS images_visibility_idx ON images (visibility);
CREATE INDEX IF NOT EXISTS images_category_idx ON images (category);
CREATE INDEX IF NOT EXISTS images_created_at_idx ON images (created_at);
CREATE UNIQUE INDEX IF NOT EXISTS likes_user_image_idx ON likes (clerk_user_id, image_id);
CREATE INDEX IF NOT EXISTS likes_image_id_idx ON likes (image_id);
CREATE INDEX IF NOT EXISTS likes_clerk_user_id_idx ON likes (clerk_user_id);
CREATE INDEX IF NOT EXISTS comments_image_id_idx ON comments (image_id);
CREATE INDEX IF NOT EXISTS comments_clerk_user_id_idx ON comments (clerk_user_id);
CREATE INDEX IF NOT EXISTS comments_parent_comment_id_idx ON comments (parent_comment_id);
CREATE UNIQUE INDEX IF NOT EXISTS comment_likes_user_comment_idx ON comment_likes (clerk_user_id, comment_id);
CREATE UNIQUE INDEX IF NOT EXISTS follows_follower_following_idx
  ON follows (follower_clerk_user_id, following_clerk_user_id);
CREATE INDEX IF NOT EXISTS follows_follower_id_idx ON follows (follower_clerk_user_id);
CREATE INDEX IF NOT EXISTS follows_following_id_idx ON follows (following_clerk_user_id);
