// A client of the founding days: writes and reads our database through Drizzle and the founding
// schema, and fails where an answer is not the founding one. It cleans up behind itself.
//
//   DATABASE_URL=postgresql://… npm test          DRIZZLE_LOG=on shows the SQL
//
// The url of a postgres.properties will do too, with its user and password in PGUSER and PGPASSWORD.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { and, arrayContains, desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { comments, commentLikes, follows, images, likes, userCredits } from './schema.mjs';

const url = process.env.DATABASE_URL;
assert.ok(url, 'DATABASE_URL says where the database is');
const pool = new pg.Pool({ connectionString: url.replace(/^jdbc:/, ''), max: 2 });
const db = drizzle(pool, { logger: process.env.DRIZZLE_LOG === 'on' });

const run = randomUUID();
const minji = `user_minji_${run}`;
const junho = `user_junho_${run}`;
const tag = `바다-${run}`;

const feed = () =>
  db.select().from(images).where(eq(images.visibility, 'public')).orderBy(desc(images.createdAt)).limit(20);

const gallery = (member) =>
  db.select().from(images).where(eq(images.clerkUserId, member)).orderBy(desc(images.createdAt));

const popular = (category) =>
  db.select().from(images)
    .where(and(eq(images.visibility, 'public'), eq(images.category, category)))
    .orderBy(desc(images.likeCount));

const tagged = (wanted) =>
  db.select().from(images)
    .where(and(eq(images.visibility, 'public'), arrayContains(images.tags, [wanted])))
    .orderBy(desc(images.createdAt));

const picture = async (id, member) => {
  const [found] = await db.select({ image: images, likeId: likes.id }).from(images)
    .leftJoin(likes, and(eq(likes.imageId, images.id), eq(likes.clerkUserId, member)))
    .where(eq(images.id, id))
    .limit(1);
  return found && { ...found.image, isLiked: found.likeId !== null };
};

const credits = async (member) => {
  const [known] = await db.select().from(userCredits).where(eq(userCredits.clerkUserId, member)).limit(1);
  if (known) {
    return known;
  }
  const [made] = await db.insert(userCredits).values({ clerkUserId: member, credits: 10 }).returning();
  return made;
};

const ids = (rows) => rows.map((row) => row.id);

try {
  assert.equal((await credits(minji)).credits, 10, 'a member starts with 10 credits');
  await db.update(userCredits).set({ credits: 7 }).where(eq(userCredits.clerkUserId, minji));
  assert.equal((await credits(minji)).credits, 7, 'and keeps what is left');

  // Clerk's id, file, prompt: a row of the founding days names nothing that was added since.
  const picturesOf = (member, ...rows) =>
    db.insert(images).values(rows.map((row) => ({ clerkUserId: member, filePath: `founding/${run}.png`, prompt: '노을 지는 바다', ...row }))).returning();
  // Later than anything in the database, so that the feed begins with them.
  const later = (minutes) => new Date(Date.now() + (600 + minutes) * 60_000);
  const [sea, cat, secret] = await picturesOf(
    minji,
    { title: '바다', category: 'landscape', style: 'oil-painting', visibility: 'public', tags: [tag, '노을'], createdAt: later(1) },
    { title: '고양이', category: 'landscape', style: '3d-render', colorTone: 'warm', visibility: 'public', tags: [tag], createdAt: later(2) },
    { title: '비밀', category: 'landscape', tags: [tag], createdAt: later(3) },
  );
  assert.equal(secret.visibility, 'private', 'pictures are private by default');
  assert.equal(sea.imageSize, 'medium');
  assert.deepEqual([sea.likeCount, sea.commentCount, sea.viewCount, sea.downloadCount], [0, 0, 0, 0]);

  await db.insert(likes).values([{ clerkUserId: junho, imageId: sea.id }, { clerkUserId: minji, imageId: sea.id }]);
  const [comment] = await db.insert(comments).values({ clerkUserId: junho, imageId: sea.id, content: '정말 예뻐요' }).returning();
  await db.insert(comments).values({ clerkUserId: minji, imageId: sea.id, parentCommentId: comment.id, content: '고마워요' });
  await db.insert(commentLikes).values({ clerkUserId: minji, commentId: comment.id });
  await db.insert(follows).values({ followerClerkUserId: junho, followingClerkUserId: minji });
  await assert.rejects(db.insert(likes).values({ clerkUserId: junho, imageId: sea.id }), 'one like per member and picture');

  assert.deepEqual(ids(await feed()).slice(0, 2), [cat.id, sea.id], '1: the public feed, newest first');
  assert.ok((await feed()).length <= 20);
  assert.deepEqual(ids(await gallery(minji)), [secret.id, cat.id, sea.id], '2: one\'s own gallery, newest first');
  assert.deepEqual(
    ids(await popular('landscape')).filter((id) => [sea.id, cat.id, secret.id].includes(id)), [sea.id, cat.id],
    '3: a category by likes');
  assert.deepEqual(ids(await tagged(tag)), [cat.id, sea.id], '4: a tag, newest first');
  const liked = await picture(sea.id, junho);
  assert.deepEqual([liked.isLiked, liked.likeCount, liked.commentCount], [true, 2, 2], '5: a picture I like');
  assert.equal((await picture(cat.id, junho)).isLiked, false, '5: a picture I do not like yet');
  assert.equal((await credits(junho)).credits, 10, '6: credits at first sight');

  await db.delete(likes).where(and(eq(likes.imageId, sea.id), eq(likes.clerkUserId, minji)));
  await db.delete(comments).where(eq(comments.id, comment.id));
  const after = await picture(sea.id, junho);
  assert.deepEqual([after.likeCount, after.commentCount], [1, 0], 'counters follow, replies go with their comment');
  console.log('A founding client finds everything in its place.');
} finally {
  for (const member of [minji, junho]) {
    await db.delete(images).where(eq(images.clerkUserId, member));
    await db.delete(follows).where(eq(follows.followerClerkUserId, member));
    await db.delete(userCredits).where(eq(userCredits.clerkUserId, member));
  }
  await pool.end();
}
