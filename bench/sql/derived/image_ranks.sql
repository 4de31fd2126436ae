-- Ranks and tags of public pictures, by the migration's own function; triggers are off, so that what tags
-- count is counted here.

SELECT place_images(ARRAY(SELECT id FROM images WHERE visibility = 'public'));

UPDATE tags t SET image_count = c.images
FROM (SELECT tag_id, count(*) AS images FROM image_tags GROUP BY tag_id) c
WHERE c.tag_id = t.id;
