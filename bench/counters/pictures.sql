-- So many pictures, as wide as real ones, and likes on each; the newest is the hot one.
INSERT INTO images (clerk_user_id, title, description, file_path, thumbnail_url, prompt, translated_prompt, category,
                    style, color_tone, visibility, width, height, tags, engine, seed, created_at, published_at)
SELECT 'user_' || md5((n % 20000)::text),
       'a picture of ' || n,
       repeat('해 질 녘 바닷가 마을을 그렸습니다. ', 4),
       md5(n::text) || md5((-n)::text) || '.png',
       md5(n::text) || md5((-n)::text) || '.w512.webp',
       repeat('노을 지는 바닷가의 작은 마을, 부드러운 빛, ', 3),
       repeat('a small village by the sea at sunset, soft light, ', 3),
       (enum_range(NULL::category))[1 + n % 9],
       (enum_range(NULL::style))[1 + n % 8],
       (enum_range(NULL::color_tone))[1 + n % 8],
       'public', 1024, 768,
       ARRAY['sea', 'village', 'tag' || n % 500], 'painter', n,
       timestamp '2026-01-01' + n * interval '1 minute',
       timestamp '2026-01-01' + n * interval '1 minute'
FROM generate_series(1, :pictures) n;

INSERT INTO likes (clerk_user_id, image_id)
SELECT 'user_' || md5((n % 20000)::text), 1 + n % :pictures FROM generate_series(1, :pictures) n;
