// What the service added to the founding tables, as far as the rival reads it. Days stay text: nobody here counts with them,
// and a Date for each of them would cost the rival more than it is worth.
import { bigint, customType, doublePrecision, integer, pgTable, serial, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import { categoryEnum, colorToneEnum, styleEnum, visibilityEnum } from './schema.mjs';

const bytea = customType({ dataType: () => 'bytea' });
const day = (name) => timestamp(name, { mode: 'string' });

export const images = pgTable('images', {
  id: serial('id').primaryKey(),
  clerkUserId: varchar('clerk_user_id', { length: 255 }).notNull(),
  title: varchar('title', { length: 255 }),
  description: text('description'),
  filePath: text('file_path').notNull(),
  thumbnailUrl: text('thumbnail_url'),
  thumbHash: bytea('thumb_hash'),
  prompt: text('prompt').notNull(),
  translatedPrompt: text('translated_prompt'),
  negativePrompt: text('negative_prompt'),
  category: categoryEnum('category'),
  style: styleEnum('style'),
  colorTone: colorToneEnum('color_tone'),
  visibility: visibilityEnum('visibility').notNull(),
  width: integer('width'),
  height: integer('height'),
  tags: text('tags').array(),
  viewCount: integer('view_count'),
  likeCount: integer('like_count'),
  commentCount: integer('comment_count'),
  downloadCount: integer('download_count'),
  engine: text('engine'),
  seed: bigint('seed', { mode: 'number' }),
  createdAt: day('created_at').notNull(),
  updatedAt: day('updated_at').notNull(),
  publishedAt: day('published_at'),
});

export const imageRanks = pgTable('image_ranks', {
  imageId: integer('image_id').primaryKey(),
  likes: integer('likes').notNull(),
  score: doublePrecision('score').notNull(),
  category: categoryEnum('category'),
});

export const tags = pgTable('tags', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
});

export const imageTags = pgTable('image_tags', {
  tagId: integer('tag_id').notNull(),
  imageId: integer('image_id').notNull(),
  publishedAt: day('published_at').notNull(),
});
