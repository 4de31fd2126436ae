// The founding SQL on the founding tables and indexes, only that every list ends after 20 rows and that a page is reached by OFFSET.
import { and, arrayContains, desc, eq, sql } from 'drizzle-orm';
import { images, likes, userCredits } from './schema.mjs';

export default (db) => {
  const { placeholder } = sql;
  const newest = db.select().from(images).where(eq(images.visibility, 'public')).orderBy(desc(images.createdAt)).limit(20);
  const feed = newest.prepare('feed');
  const deeper = db.select().from(images).where(eq(images.visibility, 'public')).orderBy(desc(images.createdAt))
    .limit(20).offset(placeholder('offset')).prepare('deeper');
  const gallery = db.select().from(images).where(eq(images.clerkUserId, placeholder('member')))
    .orderBy(desc(images.createdAt)).limit(20).prepare('gallery');
  const category = db.select().from(images)
    .where(and(eq(images.visibility, 'public'), eq(images.category, placeholder('category'))))
    .orderBy(desc(images.likeCount)).limit(20).prepare('category');
  const tag = db.select().from(images)
    .where(and(eq(images.visibility, 'public'), arrayContains(images.tags, sql`array[${placeholder('tag')}]::text[]`)))
    .orderBy(desc(images.createdAt)).limit(20).prepare('tag');
  const picture = db.select({ image: images, likeId: likes.id }).from(images)
    .leftJoin(likes, and(eq(likes.imageId, images.id), eq(likes.clerkUserId, placeholder('member'))))
    .where(eq(images.id, placeholder('id'))).limit(1).prepare('picture');
  const credits = db.select().from(userCredits).where(eq(userCredits.clerkUserId, placeholder('member'))).limit(1).prepare('credits');

  // The founders counted in their application, in the transaction of the like.
  const liking = (member, imageId, isLiked) =>
    db.transaction(async (tx) => {
      const changed = isLiked
        ? await tx.insert(likes).values({ clerkUserId: member, imageId }).onConflictDoNothing().returning({ id: likes.id })
        : await tx.delete(likes).where(and(eq(likes.imageId, imageId), eq(likes.clerkUserId, member))).returning({ id: likes.id });
      const step = isLiked ? changed.length : -changed.length;
      const [row] = await tx.update(images).set({ likeCount: sql`${images.likeCount} + ${step}` })
        .where(eq(images.id, imageId)).returning({ likeCount: images.likeCount });
      return row && { isLiked, likeCount: row.likeCount };
    });

  return {
    feed: ({ offset }) => (offset === undefined ? feed.execute() : deeper.execute({ offset })),
    gallery: (member) => gallery.execute({ member }),
    category: ({ category: wanted }) => category.execute({ category: wanted }),
    tag: ({ tag: wanted }) => tag.execute({ tag: wanted }),
    picture: async (id, member) => {
      const [found] = await picture.execute({ id, member });
      return found && { ...found.image, isLiked: found.likeId !== null };
    },
    credits: async (member) => {
      const [known] = await credits.execute({ member });
      return known ?? (await db.insert(userCredits).values({ clerkUserId: member, credits: 10 }).returning())[0];
    },
    like: (member, id) => liking(member, id, true),
    unlike: (member, id) => liking(member, id, false),
  };
};
