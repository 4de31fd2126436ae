-- The last known names of nine members in ten. The same law stands in Clerk.java.

INSERT INTO people (clerk_user_id, username, display_name, image_url, fetched_at)
SELECT id, NULL,
       bench.one_of('{김,이,박,최,정,강,조,윤,장,임,한,오,서,신,권,황}', bench.hex(id, 6) / 65536.0)
         || bench.one_of('{민지,서연,지우,하준,도윤,예준,수아,지호,하은,유진,현우,은서,시우,소율,태민,나래}', bench.hex(id, 10) / 65536.0),
       'https://img.clerk.com/was/' || substr(id, 6), now()
FROM (SELECT bench.member(m) AS id FROM generate_series(1, ${members}) m WHERE m % 10 <> 0) m;
