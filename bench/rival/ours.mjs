// The same six queries through Drizzle on the service's own tables and indexes: its columns of a card, its order, its keyset. What the
// planner must know stands in the text, as in the service's own SQL; Drizzle would make parameters of it.
import { and, desc, eq, sql } from 'drizzle-orm';
import { likes, userCredits } from './schema.mjs';
import { images, imageRanks, imageTags, tags } from './tables.mjs';

export default (db) => {
  const { placeholder } = sql;
  const isPublic = sql`${images.visibility} = 'public'`;
  const page = sql.raw('20');
  const card = {
    id: images.id, clerkUserId: images.clerkUserId, title: images.title, filePath: images.filePath, thumbnailUrl: images.thumbnailUrl,
    width: images.width, height: images.height, thumbHash: sql`encode(${images.thumbHash}, 'base64')`.as('thumb_hash_text'),
    category: images.category, style: images.style, colorTone: images.colorTone, tags: images.tags, visibility: images.visibility,
    viewCount: images.viewCount, likeCount: images.likeCount, commentCount: images.commentCount, downloadCount: images.downloadCount,
    engine: images.engine, createdAt: images.createdAt, publishedAt: images.publishedAt,
  };
  const after = (place, id) => sql`(${place}, ${id}) < (${placeholder('place')}, ${placeholder('id')})`;

  const feed = db.select(card).from(images).where(isPublic)
    .orderBy(desc(images.publishedAt), desc(images.id)).limit(page).prepare('feed');
  const deeper = db.select(card).from(images).where(and(isPublic, after(images.publishedAt, images.id)))
    .orderBy(desc(images.publishedAt), desc(images.id)).limit(page).prepare('deeper');
  const gallery = db.select(card).from(images).where(eq(images.clerkUserId, placeholder('member')))
    .orderBy(desc(images.createdAt), desc(images.id)).limit(page).prepare('gallery');
  const category = db.select(card).from(imageRanks).innerJoin(images, eq(images.id, imageRanks.imageId))
    .where(and(isPublic, eq(imageRanks.category, placeholder('category')), after(imageRanks.likes, imageRanks.imageId)))
    .orderBy(desc(imageRanks.likes), desc(imageRanks.imageId)).limit(page).prepare('category');
  const tag = db.select(card).from(imageTags).innerJoin(images, eq(images.id, imageTags.imageId))
    .where(and(
      isPublic,
      sql`${imageTags.tagId} = (select ${tags.id} from ${tags} where ${tags.name} = ${placeholder('tag')})`,
      after(imageTags.publishedAt, imageTags.imageId)))
    .orderBy(desc(imageTags.publishedAt), desc(imageTags.imageId)).limit(page).prepare('tag');
  const picture = db.select({
    ...card, description: images.description, prompt: images.prompt, translatedPrompt: images.translatedPrompt,
    negativePrompt: images.negativePrompt, updatedAt: images.updatedAt, likeId: likes.id,
  }).from(images)
    .leftJoin(likes, and(eq(likes.imageId, images.id), eq(likes.clerkUserId, placeholder('member'))))
    .where(and(eq(images.id, placeholder('id')), sql`(${images.visibility} = 'public' or ${images.clerkUserId} = ${placeholder('member')})`))
    .prepare('picture');
  const credits = db.select().from(userCredits).where(eq(userCredits.clerkUserId, placeholder('member'))).prepare('credits');

  // Triggers count.
  const like = db.insert(likes).values({ clerkUserId: placeholder('member'), imageId: placeholder('id') }).onConflictDoNothing().prepare('like');
  const unlike = db.delete(likes).where(and(eq(likes.imageId, placeholder('id')), eq(likes.clerkUserId, placeholder('member')))).prepare('unlike');
  const count = db.select({ likeCount: images.likeCount }).from(images).where(eq(images.id, placeholder('id'))).prepare('count');
  const liking = async (statement, member, id, isLiked) => {
    await statement.execute({ member, id });
    const [row] = await count.execute({ id });
    return row && { isLiked, likeCount: row.likeCount };
  };

  return {
    feed: ({ place, id }) => (place === undefined ? feed.execute() : deeper.execute({ place, id })),
    gallery: (member) => gallery.execute({ member }),
    category: (asked) => category.execute(asked),
    tag: (asked) => tag.execute(asked),
    picture: async (id, member) => {
      const [found] = await picture.execute({ id, member });
      return found && { ...found, isLiked: found.likeId !== null };
    },
    credits: async (member) => {
      const [known] = await credits.execute({ member });
      return known ?? (await db.insert(userCredits).values({ clerkUserId: member, credits: 10 }).onConflictDoNothing().returning())[0];
    },
    like: (member, id) => liking(like, member, id, true),
    unlike: (member, id) => liking(unlike, member, id, false),
  };
};
