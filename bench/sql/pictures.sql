-- Pictures. Nine in ten are public: it is public ones that feeds have to wade through.
-- Members 2 and up own by a power law (the most productive has under 1 % of all); member 1 has a gallery of
-- 12,000 whatever the scale, so that it can be leafed through as deep in a small database as in a large one.

CREATE UNLOGGED TABLE bench.pictures AS
SELECT i AS id,
       bench.member(CASE WHEN bench.u(2, i) * ${pictures} < least(12000, 0.12 * ${pictures}) THEN 1
                    ELSE 2 + floor((${members} - 1) * power(bench.u(3, i), 2.5))::bigint END) AS owner,
       bench.u(1, i) < 0.9 AS public,
       bench.the_end() - interval '730 days' * (1 - sqrt((i - 0.5) / ${pictures})) AS created_at,
       0 AS likes, 0 AS comments, NULL::timestamp AS published_at,
       -- Every rank once, spread over all ids.
       1 + (i::bigint * 611953 + ${seed} * 7919) % ${pictures} AS like_rank,
       1 + (i::bigint * 514229 + ${seed} * 104729) % ${pictures} AS comment_rank
FROM generate_series(1, ${pictures}) i;

-- Four in five are published at once, the others within a month. Likes and comments fall by Zipf's law with
-- exponents 0.8 and 0.7 on public pictures (the first ranks a little flattened), in total exactly as asked for.
CREATE UNLOGGED TABLE bench.counted AS
SELECT p.id, p.owner, p.public, p.created_at,
       CASE WHEN p.public THEN p.created_at + least(interval '30 days', bench.the_end() - p.created_at)
                               * greatest(0, bench.u(4, p.id) * 5 - 4) END AS published_at,
       l.likes, c.comments
FROM bench.pictures p
JOIN (SELECT id, (round(${likes} * upto / total) - round(${likes} * (upto - share) / total))::integer AS likes
      FROM (SELECT id, share, sum(share) OVER (ORDER BY like_rank) AS upto, sum(share) OVER () AS total
            FROM (SELECT id, like_rank, CASE WHEN public THEN power(like_rank + 5, -0.8::double precision) ELSE 0 END AS share
                  FROM bench.pictures) s) t) l ON l.id = p.id
JOIN (SELECT id, (round(${comments} * upto / total) - round(${comments} * (upto - share) / total))::integer AS comments
      FROM (SELECT id, share, sum(share) OVER (ORDER BY comment_rank) AS upto, sum(share) OVER () AS total
            FROM (SELECT id, comment_rank, CASE WHEN public THEN power(comment_rank, -0.7::double precision) ELSE 0 END AS share
                  FROM bench.pictures) s) t) c ON c.id = p.id;

ANALYZE bench.counted;

INSERT INTO images (
  id, clerk_user_id, title, description, file_path, thumbnail_url, prompt, translated_prompt, negative_prompt,
  category, image_size, style, color_tone, visibility, width, height, replicate_id, tags,
  view_count, like_count, comment_count, download_count, created_at, updated_at, published_at, engine, seed,
  thumb_hash)
SELECT id, owner,
       CASE WHEN bench.u(10, id) < 0.9
            THEN bench.noun_phrase(bench.u(30, id), bench.u(31, id)) || '와 ' || bench.one_of(bench.nouns(), bench.u(33, id)) END,
       CASE WHEN bench.u(11, id) < 0.4
            THEN bench.one_of(bench.places(), bench.u(34, id)) || ' 떠올린 생각으로 만든 그림입니다. '
                 || bench.one_of(bench.lights(), bench.u(35, id)) || '. 마음에 드셨다면 다른 그림도 보러 오세요.' END,
       left(md5('${seed}:picture:' || id) || md5('${seed}:file:' || id), 40) || '.png',
       left(md5('${seed}:picture:' || id) || md5('${seed}:file:' || id), 40) || '.640.webp',
       bench.noun_phrase(bench.u(30, id), bench.u(31, id)) || '와 ' || bench.noun_phrase(bench.u(32, id), bench.u(33, id))
         || '가 ' || bench.one_of(bench.places(), bench.u(34, id)) || ' 서로를 바라보고 있다. '
         || bench.one_of(bench.lights(), bench.u(35, id)) || '. ' || bench.one_of(bench.manners(), bench.u(36, id)) || '. '
         || bench.one_of(bench.lights(), bench.u(37, id))
         || CASE WHEN id % 5003 = 0 THEN '. 멀리 천체망원경이 보인다' ELSE '' END,
       bench.noun_phrase_english(bench.u(30, id), bench.u(31, id)) || ' and '
         || bench.noun_phrase_english(bench.u(32, id), bench.u(33, id)) || ' look at each other '
         || bench.one_of(bench.places_english(), bench.u(34, id)) || ', '
         || bench.one_of(bench.lights_english(), bench.u(35, id)) || ', '
         || bench.one_of(bench.manners_english(), bench.u(36, id)) || ', '
         || bench.one_of(bench.lights_english(), bench.u(37, id))
         || CASE WHEN id % 5003 = 0 THEN ', an astronomical telescope in the distance' ELSE '' END,
       CASE WHEN bench.u(12, id) < 0.3 THEN '흐릿함, 낮은 해상도, 글자, 워터마크, 왜곡된 손' END,
       bench.one_of('{portrait,portrait,portrait,portrait,landscape,landscape,landscape,landscape,character,character,character,animal,animal,animal,architecture,architecture,food,fashion,abstract,other}', bench.u(13, id))::category,
       bench.one_of('{small,medium,medium,large}', bench.u(14, id))::image_size,
       CASE WHEN bench.u(15, id) < 0.95 THEN
         bench.one_of('{realistic,realistic,realistic,realistic,anime,anime,anime,digital-art,digital-art,watercolor,artistic,oil-painting,cartoon,3d-render}', bench.u(16, id))::style END,
       CASE WHEN bench.u(17, id) < 0.95 THEN
         bench.one_of('{vibrant,vibrant,vibrant,natural,natural,pastel,pastel,warm,warm,cool,dark,bright,monochrome}', bench.u(18, id))::color_tone END,
       CASE WHEN public THEN 'public' ELSE 'private' END::visibility,
       768, 768, left(md5('${seed}:made:' || id), 26),
       -- Two to seven draws, of which about four are different.
       (SELECT array_agg(DISTINCT bench.zipf_tag(bench.u(19, id * 8::bigint + j)))
        FROM generate_series(1, 2 + floor(bench.u(20, id) * 6)::integer) j),
       likes * 12 + floor(bench.u(21, id) * 40)::integer, likes, comments, likes / 9,
       created_at, created_at, published_at, 'replicate', hashint8extended(id, ${seed}) >> 32,
       decode(left(md5('${seed}:hash:' || id) || md5('${seed}:made:' || id), 48), 'hex')
FROM bench.counted;
