-- What members did with the pictures, written in the order of time, as it would have been.

-- A picture's likers follow each other in fixed steps around the circle of members: nobody comes twice.
INSERT INTO likes (id, clerk_user_id, image_id, created_at)
SELECT row_number() OVER (ORDER BY at, image_id, member), bench.member(member), image_id, at
FROM (SELECT p.id AS image_id,
             1 + (floor(bench.u(40, p.id) * ${members})::bigint + j * 48271::bigint) % ${members} AS member,
             p.published_at + (bench.the_end() - p.published_at) * power(bench.u(41, p.id * 1000003::bigint + j), 3) AS at
      FROM bench.counted p CROSS JOIN LATERAL generate_series(1, p.likes) j) l;

-- Three comments in ten answer the last one before them that is no answer itself.
CREATE UNLOGGED TABLE bench.comments AS
SELECT row_number() OVER (ORDER BY at, image_id, j)::integer AS id, image_id, j, at,
       CASE WHEN NOT top THEN max(j) FILTER (WHERE top) OVER (PARTITION BY image_id ORDER BY j) END AS parent_j
FROM (SELECT p.id AS image_id, j, j = 1 OR bench.u(42, p.id * 1000003::bigint + j) >= 0.3 AS top,
             p.published_at + (bench.the_end() - p.published_at) * power((j - bench.u(43, p.id * 1000003::bigint + j)) / p.comments, 2) AS at
      FROM bench.counted p CROSS JOIN LATERAL generate_series(1, p.comments) j) c;

-- Likes of comments: half as many as comments, with exponent 0.7.
CREATE UNLOGGED TABLE bench.comment_likes AS
SELECT id, least(${members}, (round(0.5 * ${comments} * upto / total) - round(0.5 * ${comments} * (upto - share) / total)))::integer AS likes
FROM (SELECT id, share, sum(share) OVER (ORDER BY rank) AS upto, sum(share) OVER () AS total
      FROM (SELECT id, rank, power(rank, -0.7::double precision) AS share
            FROM (SELECT id, 1 + (id::bigint * 611953 + ${seed}) % ${comments} AS rank FROM bench.comments) r) s) t;

INSERT INTO comments (id, clerk_user_id, image_id, parent_comment_id, content, like_count, created_at, updated_at)
SELECT c.id, bench.member(1 + floor(${members} * power(bench.u(44, c.id), 2))::bigint), c.image_id, p.id,
       bench.one_of(bench.remarks(), bench.u(45, c.id)) || ' ' || bench.one_of(bench.remarks(), bench.u(46, c.id)),
       l.likes, c.at, c.at
FROM bench.comments c
JOIN bench.comment_likes l ON l.id = c.id
LEFT JOIN bench.comments p ON p.image_id = c.image_id AND p.j = c.parent_j
ORDER BY c.id;

INSERT INTO comment_likes (id, clerk_user_id, comment_id, created_at)
SELECT row_number() OVER (ORDER BY at, comment_id, member), bench.member(member), comment_id, at
FROM (SELECT l.id AS comment_id,
             1 + (floor(bench.u(47, l.id) * ${members})::bigint + n * 48271::bigint) % ${members} AS member,
             c.at + (bench.the_end() - c.at) * bench.u(48, l.id * 1000003::bigint + n) AS at
      FROM bench.comment_likes l JOIN bench.comments c ON c.id = l.id
      CROSS JOIN LATERAL generate_series(1, l.likes) n) x;

-- Every two hundredth member follows 200 others (member 7 is one of them), the rest 0 to 18; whom, by
-- the law by which members own pictures, so that the productive are the followed.
INSERT INTO follows (id, follower_clerk_user_id, following_clerk_user_id, created_at)
SELECT row_number() OVER (ORDER BY at, follower, followee), bench.member(follower), bench.member(followee), at
FROM (SELECT follower, followee, wanted,
             bench.the_end() - interval '730 days' * bench.u(51, follower * 1000003::bigint + followee) AS at,
             row_number() OVER (PARTITION BY follower ORDER BY first_j) AS place
      FROM (SELECT follower, wanted, followee, min(j) AS first_j
            FROM (SELECT m AS follower, wanted, j,
                         1 + floor(${members} * power(bench.u(50, m * 1009::bigint + j), 2.5))::bigint AS followee
                  FROM (SELECT m, CASE WHEN m % 200 = 7 THEN 200
                                  ELSE floor(bench.u(49, m) * (${follows} * 1.8 / ${members} + 1))::integer END AS wanted
                        FROM generate_series(1, ${members}) m) w
                  CROSS JOIN LATERAL generate_series(1, wanted + wanted / 4) j) f
            WHERE followee <> follower
            GROUP BY follower, wanted, followee) d) p
WHERE place <= wanted;
