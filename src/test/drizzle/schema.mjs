import {
  boolean,
  index,
  integer,
  pgEnum,
  pgTable,
  serial,
  text,
  timestamp,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/pg-core';

export const visibilityEnum = pgEnum('visibility', ['private', 'public']);
export const categoryEnum = pgEnum('category', [
  'portrait', 'landscape', 'character', 'abstract', 'animal', 'architecture', 'food', 'fashion', 'other',
]);
export const imageSizeEnum = pgEnum('image_size', ['small', 'medium', 'large']);
export const styleEnum = pgEnum('style', [
  'realistic', 'artistic', 'anime', 'cartoon', 'digital-art', 'oil-painting', 'watercolor', '3d-render',
]);
export const colorToneEnum = pgEnum('color_tone', [
  'vibrant', 'pastel', 'warm', 'cool', 'monochrome', 'dark', 'bright', 'natural',
]);

export const userCredits = pgTable('user_credits', {
  id: serial('id').primaryKey(),
  clerkUserId: varchar('clerk_user_id', { length: 255 }).notNull(),
  credits: integer('credits').default(10).notNull(),
  lastRefillAt: timestamp('last_refill_at').defaultNow().notNull(),
  createdAt: timestamp('created_at').defaultNow().notNull(),
  updatedAt: timestamp('updated_at').defaultNow().notNull(),
}, (table) => [
  uniqueIndex('user_credits_clerk_user_id_idx').on(table.clerkUserId),
]);

export const images = pgTable('images', {
  id: serial('id').primaryKey(),
  clerkUserId: varchar('clerk_user_id', { length: 255 }).notNull(),
  title: varchar('title', { length: 255 }),
  description: text('description'),
  filePath: text('file_path').notNull(),
  thumbnailUrl: text('thumbnail_url'),
  prompt: text('prompt').notNull(),
  translatedPrompt: text('translated_prompt'),
  negativePrompt: text('negative_prompt'),
  category: categoryEnum('category'),
  imageSize: imageSizeEnum('image_size').default('medium'),
  style: styleEnum('style'),
  colorTone: colorToneEnum('color_tone'),
  visibility: visibilityEnum('visibility').default('private').notNull(),
  width: integer('width'),
  height: integer('height'),
  replicateId: varchar('replicate_id', { length: 255 }),
  tags: text('tags').array(),
  viewCount: integer('view_count').default(0),
  likeCount: integer('like_count').default(0),
  commentCount: integer('comment_count').default(0),
  downloadCount: integer('download_count').default(0),
  allowDownload: boolean('allow_download').default(true),
  allowComments: boolean('allow_comments').default(true),
  createdAt: timestamp('created_at').defaultNow().notNull(),
  updatedAt: timestamp('updated_at').defaultNow().notNull(),
}, (table) => [
  index('images_clerk_user_id_idx').on(table.clerkUserId),
  index('images_visibility_idx').on(table.visibility),
  index('images_category_idx').on(table.category),
  index('images_created_at_idx').on(table.createdAt),
]);

export const likes = pgTable('likes', {
  id: serial('id').primaryKey(),
  clerkUserId: varchar('clerk_user_id', { length: 255 }).notNull(),
  imageId: integer('image_id').notNull().references(() => images.id, { onDelete: 'cascade' }),
  createdAt: timestamp('created_at').defaultNow().notNull(),
}, (table) => [
  uniqueIndex('likes_user_image_idx').on(table.clerkUserId, table.imageId),
  index('likes_image_id_idx').on(table.imageId),
  index('likes_clerk_user_id_idx').on(table.clerkUserId),
]);

export const comments = pgTable('comments', {
  id: serial('id').primaryKey(),
  clerkUserId: varchar('clerk_user_id', { length: 255 }).notNull(),
  imageId: integer('image_id').notNull().references(() => images.id, { onDelete: 'cascade' }),
  parentCommentId: integer('parent_comment_id').references(() => comments.id, { onDelete: 'cascade' }),
  content: text('content').notNull(),
  likeCount: integer('like_count').default(0),
  createdAt: timestamp('created_at').defaultNow().notNull(),
  updatedAt: timestamp('updated_at').defaultNow().notNull(),
}, (table) => [
  index('comments_image_id_idx').on(table.imageId),
  index('comments_clerk_user_id_idx').on(table.clerkUserId),
  index('comments_parent_comment_id_idx').on(table.parentCommentId),
]);

export const commentLikes = pgTable('comment_likes', {
  id: serial('id').primaryKey(),
  clerkUserId: varchar('clerk_user_id', { length: 255 }).notNull(),
  commentId: integer('comment_id').notNull().references(() => comments.id, { onDelete: 'cascade' }),
  createdAt: timestamp('created_at').defaultNow().notNull(),
}, (table) => [
  uniqueIndex('comment_likes_user_comment_idx').on(table.clerkUserId, table.commentId),
]);

export const follows = pgTable('follows', {
  id: serial('id').primaryKey(),
  followerClerkUserId: varchar('follower_clerk_user_id', { length: 255 }).notNull(),
  followingClerkUserId: varchar('following_clerk_user_id', { length: 255 }).notNull(),
  createdAt: timestamp('created_at').defaultNow().notNull(),
}, (table) => [
  uniqueIndex('follows_follower_following_idx').on(table.followerClerkUserId, table.followingClerkUserId),
  index('follows_follower_id_idx').on(table.followerClerkUserId),
  index('follows_following_id_idx').on(table.followingClerkUserId),
]);
