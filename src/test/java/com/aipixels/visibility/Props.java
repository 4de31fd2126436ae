package com.aipixels.visibility;

import com.aipixels.visibility.VisibilityRow.State;
import com.aipixels.visibility.VisibilityRow.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts up a picture in one state with everything that can hang on it, and remembers by which names
/// rows of matrix call it. Each statement may use the names that are there by then.
final class Props {

  private final JdbcClient database;
  private final Cast cast;
  private final Map<String, String> names = new HashMap<>();

  private Props(JdbcClient database, Cast cast) {
    this.database = database;
    this.cast = cast;
  }

  /// What everything is called. Every word of the picture, its comments and tags that a stranger
  /// could recognise is new.
  static Map<String, String> put(JdbcClient database, Cast cast, State state) {
    var props = new Props(database, cast);
    props.relate();
    props.hang(state);
    props.say();
    props.collect();
    props.ask();
    props.complain();
    if (state == State.HIDDEN) {
      props.said("SELECT hold_images(ARRAY[:image], 'moderation')::text");
    }
    props.pack();
    if (state == State.DELETED) {
      props.run("DELETE FROM images WHERE id = :image");
    }
    return Map.copyOf(props.names);
  }

  private void relate() {
    names.put("word", "zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x");
    names.put("owner", cast.id(Who.OWNER));
    names.put("userId", cast.id(Who.OWNER));
    names.put("other", cast.id(Who.OTHER));
    names.put("witness", cast.witness().userId());
    var all = cast.ids().toArray(String[]::new);
    for (var sql :
        List.of(
            "DELETE FROM follows WHERE follower_clerk_user_id = ANY(:all)",
            "DELETE FROM blocks WHERE blocker_clerk_user_id = ANY(:all)",
            "DELETE FROM reports WHERE reporter_clerk_user_id = ANY(:all)")) {
      database.sql(sql).param("all", all).update();
    }
    database
        .sql(
            """
            INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id)
            VALUES (:owner, :blocked), (:blocker, :owner)
            """)
        .param("owner", cast.id(Who.OWNER))
        .param("blocked", cast.id(Who.BLOCKED))
        .param("blocker", cast.id(Who.BLOCKER))
        .update();
    run(
        """
        INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
        VALUES (:owner, :other), (:other, :owner), (:owner, :witness), (:witness, :owner)
        """);
  }

  private void hang(State state) {
    names.put("file", cast.file(names.get("word")));
    name(
        "image",
        """
        INSERT INTO images (clerk_user_id, title, description, file_path, prompt,
          category, image_size, style, color_tone, visibility, width, height, tags,
          allow_download, allow_comments, engine)
        VALUES (:owner, :word, :word, :file, :word,
          'animal', 'small', 'anime', 'warm', '%s', 2, 2, ARRAY[:word],
          %s, %s, 'painter')
        RETURNING id
        """
            .formatted(
                state == State.PRIVATE ? "private" : "public",
                state != State.DOWNLOAD_OFF,
                state != State.COMMENTS_OFF));
    name(
        "remix",
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, visibility, source_image_id)
        VALUES (:witness, 'remix.png', 'remix', 'public', :image)
        RETURNING id
        """);
    // What the picture's file is known by, noted at once.
    name(
        "hash",
        """
        UPDATE fingerprints SET eye = 100, files = ARRAY[sha256(convert_to(:word, 'UTF8'))]
        WHERE image_id = :image
        RETURNING encode(files[1], 'hex')
        """);
  }

  private void say() {
    name(
        "comment",
        """
        INSERT INTO comments (clerk_user_id, image_id, content) VALUES (:other, :image, :word)
        RETURNING id
        """);
    name(
        "reply",
        """
        INSERT INTO comments (clerk_user_id, image_id, parent_comment_id, content)
        VALUES (:witness, :image, :comment::integer, :word)
        RETURNING id
        """);
  }

  /// Collections that hold the picture; only their pictures give it away.
  private void collect() {
    collection("collection", "owner", "public");
    collection("secret", "owner", "private");
    collection("others", "other", "public");
    collection("witnessed", "witness", "private");
    link("link", "secret");
    link("witnessedLink", "witnessed");
  }

  private void collection(String name, String owner, String visibility) {
    name(
        name,
        """
        WITH begun AS (
          INSERT INTO collections (clerk_user_id, name, visibility)
          VALUES (:%s, 'collection', '%s')
          RETURNING id),
        filled AS (
          INSERT INTO collection_images (collection_id, image_id, place) SELECT id, :image, 0 FROM begun)
        SELECT id FROM begun
        """
            .formatted(owner, visibility));
  }

  private void link(String name, String collection) {
    name(
        name,
        "UPDATE collections SET link = 'key-to-' || id WHERE id = :%s::integer RETURNING link"
            .formatted(collection));
  }

  private void ask() {
    name(
        "generation",
        """
        INSERT INTO generations (id, clerk_user_id, status, progress, prompt, image_size,
          aspect_ratio, visibility, tags, allow_download, allow_comments, seed, request_hash,
          credits_remaining, engine, image_id, deadline, finished_at)
        VALUES (gen_random_uuid(), :owner, 'succeeded', 1, :word, 'small',
          '1:1', 'private', '{}', true, true, 1, '', 9, 'painter', :image, now(), now())
        RETURNING id
        """);
  }

  /// The picture is reported, and its maker has been decided about twice. The case is the gravest
  /// there is.
  private void complain() {
    name(
        "case",
        """
        INSERT INTO report_cases (target_type, target_id, clerk_user_id, weight)
        SELECT 'image', :image::text, :owner, COALESCE(max(weight), 0) + 1 FROM report_cases
        RETURNING id
        """);
    run(
        """
        INSERT INTO reports (case_id, reporter_clerk_user_id, reason, weight, details)
        VALUES (:case::bigint, :witness, 'other', 1, :word)
        """);
    run(
        """
        INSERT INTO moderation_people (person, clerk_user_id) VALUES (hash_of(:owner), :owner)
        ON CONFLICT DO NOTHING
        """);
    decision("action", "hide");
    decision("block", "rights-block");
    name(
        "appeal",
        """
        INSERT INTO appeals (action_id, clerk_user_id, content) VALUES (:block::bigint, :owner, :word)
        RETURNING id
        """);
    run(
        """
        INSERT INTO rights_blocks (action_id, image_id, clerk_user_id, claimant, ends_at)
        VALUES (:block::bigint, -:block::integer, :owner, :word, now() + interval '1 day')
        """);
  }

  private void decision(String name, String action) {
    name(
        name,
        """
        INSERT INTO moderation_actions (action, moderator, person, note)
        VALUES ('%s', hash_of('judge'), hash_of(:owner), :word)
        RETURNING id
        """
            .formatted(action));
  }

  /// An export to download, one whose time is over, and an import, all of the owner's.
  private void pack() {
    export("export", "1 hour");
    export("expired", "-1 second");
    name(
        "import",
        """
        INSERT INTO imports (clerk_user_id, publish, ended_at) VALUES (:owner, false, now())
        RETURNING id
        """);
  }

  private void export(String name, String lifetime) {
    name(
        name,
        """
        INSERT INTO exports (clerk_user_id, bytes, ready_at, expires_at)
        VALUES (:owner, 3, now(), now() + interval '%s')
        RETURNING id
        """
            .formatted(lifetime));
    cast.parcel(names.get(name));
  }

  private void name(String name, String sql) {
    names.put(name, said(sql));
  }

  private String said(String sql) {
    return database.sql(sql).params(places()).query(String.class).single();
  }

  private void run(String sql) {
    database.sql(sql).params(places()).update();
  }

  private Map<String, Object> places() {
    var places = new HashMap<String, Object>(names);
    places.computeIfPresent("image", (_, id) -> Integer.valueOf(id.toString()));
    return places;
  }
}
