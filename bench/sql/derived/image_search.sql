-- What waits to be analysed; the running service does that.

INSERT INTO image_search (image_id, published_at)
SELECT id, published_at FROM images WHERE visibility = 'public';
