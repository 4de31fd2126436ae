-- The member who will leave, with everything a member can have. What they wrote holds a word that nobody else uses.
-- Written with all triggers on, as members write.

INSERT INTO images (clerk_user_id, title, description, file_path, thumbnail_url, prompt, translated_prompt,
  negative_prompt, category, style, color_tone, visibility, width, height, tags, engine, created_at)
SELECT '${leaver}', '${trace} ' || n, '${trace}의 그림', '${file}' || lpad(to_hex(n), 8, '0') || '.png',
       '${file}' || lpad(to_hex(n), 8, '0') || '.640.webp', '${trace} 고양이 ' || n, '${trace} cat ' || n, '${trace}',
       'animal', 'anime', 'warm', (CASE WHEN n % 10 = 0 THEN 'private' ELSE 'public' END)::visibility, 64, 64,
       ARRAY['고양이', '${trace}' || n % 50], 'replicate', now() AT TIME ZONE 'UTC' - n * interval '1 hour'
FROM generate_series(1, 10000) n;

INSERT INTO generations (id, clerk_user_id, status, progress, prompt, image_size, aspect_ratio, visibility, tags,
  allow_download, allow_comments, seed, request_hash, credits_remaining, engine, image_id, deadline, finished_at)
SELECT md5('${leaver}' || id)::uuid, '${leaver}', 'succeeded', 1, prompt, 'medium', '1:1', visibility, tags,
       true, true, id, '${trace}', 9, 'replicate', id, now(), now()
FROM images WHERE clerk_user_id = '${leaver}';

INSERT INTO likes (clerk_user_id, image_id)
SELECT '${leaver}', id FROM images WHERE visibility = 'public' AND clerk_user_id <> '${leaver}' ORDER BY id DESC LIMIT 100000;

INSERT INTO likes (clerk_user_id, image_id)
SELECT m.id, i.id
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM images WHERE clerk_user_id = '${leaver}' AND visibility = 'public') i
JOIN LATERAL (SELECT clerk_user_id AS id FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY user_credits.id
              OFFSET i.n % 1000 LIMIT 2) m ON true;

INSERT INTO comments (clerk_user_id, image_id, content)
SELECT '${leaver}', id, '${trace}: 멋져요!' FROM images
WHERE visibility = 'public' AND clerk_user_id <> '${leaver}' ORDER BY id DESC LIMIT 40000;

INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
SELECT '${leaver}', image_id, id, '${trace}: 저도요.' FROM comments
WHERE parent_comment_id IS NULL AND clerk_user_id <> '${leaver}' ORDER BY id DESC LIMIT 10000;

INSERT INTO comments (clerk_user_id, image_id, content)
SELECT (SELECT clerk_user_id FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id LIMIT 1), id, '멋져요!'
FROM images WHERE clerk_user_id = '${leaver}' AND visibility = 'public';

INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
SELECT (SELECT clerk_user_id FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id LIMIT 1), image_id, id, '그렇죠?'
FROM comments WHERE clerk_user_id = '${leaver}' AND parent_comment_id IS NULL ORDER BY id LIMIT 5000;

INSERT INTO comment_likes (clerk_user_id, comment_id)
SELECT '${leaver}', id FROM comments WHERE clerk_user_id <> '${leaver}' ORDER BY id DESC LIMIT 10000;

INSERT INTO comment_likes (clerk_user_id, comment_id)
SELECT (SELECT clerk_user_id FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id LIMIT 1), id
FROM comments WHERE clerk_user_id = '${leaver}' ORDER BY id LIMIT 5000;

INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
SELECT '${leaver}', clerk_user_id FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id LIMIT 200;

INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
SELECT clerk_user_id, '${leaver}' FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id DESC LIMIT 5000;

INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
SELECT '${leaver}', clerk_user_id FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id OFFSET 300 LIMIT 3;

INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
SELECT clerk_user_id, '${leaver}' FROM user_credits WHERE clerk_user_id <> '${leaver}' ORDER BY id OFFSET 400 LIMIT 3;

INSERT INTO user_credits (clerk_user_id) VALUES ('${leaver}');

INSERT INTO people (clerk_user_id, display_name, fetched_at) VALUES ('${leaver}', '${trace}', now());

ANALYZE images, likes, comments, comment_likes, follows, generations;
