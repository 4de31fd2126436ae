// The six founding queries as the founders would serve them at their best: Fastify with response schemas, Drizzle with prepared
// statements, PostgreSQL's own C library, a process for each core, tokens verified once and remembered, nothing logged.
//
//   PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE      where the service's database is
//   RIVAL_PORT RIVAL_JWKS                           where to listen, and whose tokens are believed
//   RIVAL_DRIVER native | pg    RIVAL_POOL 8        connections of each process and schema
import cluster from 'node:cluster';
import { createPublicKey } from 'node:crypto';
import { availableParallelism } from 'node:os';

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) {
    cluster.fork();
  }
  cluster.on('exit', () => process.exit(1));
  process.on('SIGTERM', () => process.exit(0));
} else {
  const [{ default: fastify }, { createVerifier }, { drizzle }, { default: pg }, { default: ours }, { default: founding }] =
    await Promise.all([
      import('fastify'), import('fast-jwt'), import('drizzle-orm/node-postgres'), import('pg'), import('./ours.mjs'), import('./founding.mjs'),
    ]);

  const jwks = await (await fetch(process.env.RIVAL_JWKS)).json();
  const key = createPublicKey({ key: jwks.keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const verify = createVerifier({ key, algorithms: ['RS256'], cache: 10_000 });
  const { Pool } = process.env.RIVAL_DRIVER === 'pg' ? pg : pg.native;
  const max = Number(process.env.RIVAL_POOL ?? 8);
  const pool = (schema) => new Pool({ max, options: `-c search_path=${schema}` });

  const text = { type: 'string', nullable: true };
  const number = { type: 'integer', nullable: true };
  const properties = {
    id: { type: 'integer' }, clerkUserId: { type: 'string' }, title: text, filePath: { type: 'string' }, thumbnailUrl: text,
    width: number, height: number, thumbHash: text, category: text, style: text, colorTone: text,
    tags: { type: 'array', nullable: true, items: { type: 'string' } }, visibility: { type: 'string' },
    viewCount: number, likeCount: number, commentCount: number, downloadCount: number, engine: text, createdAt: text, publishedAt: text,
  };
  const day = { type: 'string', format: 'date-time' };
  const schemas = (dates) => {
    const image = { ...properties, ...dates };
    const whole = {
      ...image, description: text, prompt: { type: 'string' }, translatedPrompt: text, negativePrompt: text, updatedAt: dates.createdAt ?? text,
      isLiked: { type: 'boolean' },
    };
    const answer = (schema) => ({ schema: { response: { 200: schema } } });
    return {
      // Whole founding rows where the founders selected whole rows.
      list: answer({ type: 'array', items: { type: 'object', properties: dates.createdAt ? whole : image } }),
      one: answer({ type: 'object', properties: whole }),
      credits: answer({ type: 'object', properties: { credits: { type: 'integer' }, lastRefillAt: day } }),
      liked: answer({ type: 'object', properties: { isLiked: { type: 'boolean' }, likeCount: { type: 'integer' } } }),
    };
  };

  const app = fastify({ logger: false });
  const member = (request) => verify(request.headers.authorization.slice(7)).sub;
  const found = (value, reply) => value ?? reply.code(404).send();
  const serve = (lane, queries, { list, one, credits, liked }) => {
    app.get(`/${lane}/feed`, list, (request) => queries.feed(request.query));
    app.get(`/${lane}/gallery`, list, (request) => queries.gallery(member(request)));
    app.get(`/${lane}/category`, list, (request) => queries.category(request.query));
    app.get(`/${lane}/tag`, list, (request) => queries.tag(request.query));
    app.get(`/${lane}/images/:id`, one, async (request, reply) =>
      found(await queries.picture(Number(request.params.id), member(request)), reply));
    app.get(`/${lane}/credits`, credits, (request) => queries.credits(member(request)));
    app.put(`/${lane}/images/:id/like`, liked, async (request, reply) =>
      found(await queries.like(member(request), Number(request.params.id)), reply));
    app.delete(`/${lane}/images/:id/like`, liked, async (request, reply) =>
      found(await queries.unlike(member(request), Number(request.params.id)), reply));
  };
  serve('ours', ours(drizzle(pool('public'))), schemas({}));
  serve('founding', founding(drizzle(pool('founding'))), schemas({ createdAt: day }));
  await app.listen({ host: '127.0.0.1', port: Number(process.env.RIVAL_PORT) });
}
