package com.aipixels.visibility;

import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import com.aipixels.visibility.VisibilityRow.State;
import com.aipixels.visibility.VisibilityRow.Who;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A picture in one state with everything that can hang on it, and the cast around it.
final class Scene {

  private static final Pattern PLACE = Pattern.compile("\\{(?:(\\w+)=)?(\\w+)}");

  /// Everything in the database that a refused call might have changed. Exports and imports go on
  /// by themselves.
  private static final String DIGEST =
      """
      SELECT md5(concat(
        (SELECT string_agg(i::text, ';' ORDER BY i.id) FROM images i WHERE i.id = :image),
        (SELECT string_agg(l::text, ';' ORDER BY l.id) FROM likes l WHERE l.image_id = :image),
        (SELECT string_agg(c::text, ';' ORDER BY c.id) FROM comments c WHERE c.image_id = :image),
        (SELECT string_agg(l::text, ';' ORDER BY l.id)
         FROM comment_likes l JOIN comments c ON c.id = l.comment_id WHERE c.image_id = :image),
        (SELECT string_agg(f::text, ';' ORDER BY f.id)
         FROM follows f WHERE :owner IN (f.follower_clerk_user_id, f.following_clerk_user_id)),
        (SELECT string_agg(b::text, ';' ORDER BY b.blocker_clerk_user_id, b.blocked_clerk_user_id)
         FROM blocks b WHERE :owner IN (b.blocker_clerk_user_id, b.blocked_clerk_user_id)),
        (SELECT string_agg(c::text, ';' ORDER BY c.id) FROM collections c WHERE c.clerk_user_id = :owner),
        (SELECT string_agg(x::text, ';' ORDER BY x.collection_id, x.place)
         FROM collection_images x JOIN collections c ON c.id = x.collection_id
         WHERE c.clerk_user_id = :owner OR x.image_id = :image),
        (SELECT string_agg(m::text, ';' ORDER BY m.muter_clerk_user_id, m.muted_clerk_user_id)
         FROM mutes m WHERE :owner IN (m.muter_clerk_user_id, m.muted_clerk_user_id)),
        (SELECT string_agg(r::text, ';' ORDER BY r.id)
         FROM reports r JOIN report_cases c ON c.id = r.case_id WHERE c.clerk_user_id = :owner),
        (SELECT string_agg(c::text, ';' ORDER BY c.id) FROM report_cases c WHERE c.clerk_user_id = :owner),
        (SELECT string_agg(a::text, ';' ORDER BY a.id) FROM appeals a WHERE a.clerk_user_id = :owner),
        (SELECT string_agg(b::text, ';' ORDER BY b.action_id) FROM rights_blocks b WHERE b.clerk_user_id = :owner),
        (SELECT string_agg(e.id::text, ';' ORDER BY e.id) FROM exports e WHERE e.clerk_user_id = :owner),
        (SELECT string_agg(p.id::text, ';' ORDER BY p.id) FROM imports p WHERE p.clerk_user_id = :owner)))
      """;

  private final JdbcClient database;
  private final Cast cast;
  private final Map<String, String> names;

  private Scene(JdbcClient database, Cast cast, Map<String, String> names) {
    this.database = database;
    this.cast = cast;
    this.names = names;
  }

  static Scene set(JdbcClient database, Cast cast, State state) {
    return new Scene(database, cast, Props.put(database, cast, state));
  }

  Caller caller(Who who) {
    return cast.caller(who);
  }

  /// The text with its `{places}` filled by this scene.
  String fill(String text) {
    return PLACE.matcher(text).replaceAll(match -> name(match.group(1), match.group(2), text));
  }

  /// The text with its `{places}` filled by what never was.
  String fillWithNothing(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(match ->
            switch (kind(match.group(1), match.group(2), text)) {
              case "image",
                  "comment",
                  "reply",
                  "remix",
                  "collection",
                  "secret",
                  "others",
                  "witnessed",
                  "case",
                  "action",
                  "appeal",
                  "block" ->
                  "2147483647";
              case "generation", "export", "expired", "import" ->
                  "00000000-0000-4000-8000-000000000000";
              case "owner", "userId", "other", "witness" -> "user_0000neverwas";
              case "hash" -> "00".repeat(32);
              default -> "zqneverwas";
            });
  }

  private String name(String parameter, String alias, String text) {
    var kind = kind(parameter, alias, text);
    if (!names.containsKey(kind)) {
      throw new IllegalArgumentException("nothing is called " + kind + " in " + text);
    }
    return names.get(kind);
  }

  private static String kind(String parameter, String alias, String text) {
    if (parameter != null || !alias.equals("id")) {
      return switch (alias) {
        case "generationId" -> "generation";
        case "imageId" -> "image";
        default -> alias;
      };
    }
    if (text.contains("/moderation/")) {
      return moderated(text);
    }
    if (text.contains("/comments/{id}")) {
      return "comment";
    }
    if (text.contains("/collections/{id}")) {
      return "collection";
    }
    if (text.contains("/imports/{id}")) {
      return "import";
    }
    if (text.contains("/users/{id}")) {
      return "owner";
    }
    return text.contains("/generations/") ? "generation" : "image";
  }

  private static String moderated(String text) {
    if (text.contains("/reports/{id}")) {
      return "case";
    }
    if (text.contains("/appeals/{id}")) {
      return "appeal";
    }
    return text.contains("/rights-blocks/{id}") ? "block" : "action";
  }

  /// Words are taken apart in the background.
  void waitForTheSearch() {
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            database
                .sql("SELECT count(*) FROM image_search WHERE image_id = :id AND document IS NULL")
                .param("id", image())
                .query(Integer.class)
                .single()
                .equals(0));
  }

  /// News is brought in the background, in the order in which it was noted.
  void waitForTheInboxes() {
    var now = database.sql("SELECT clock_timestamp()::text").query(String.class).single();
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            database
                .sql("SELECT count(*) FROM notice_causes WHERE noted_at <= :now::timestamptz")
                .param("now", now)
                .query(Integer.class)
                .single()
                .equals(0));
  }

  boolean shows(String trace, String body) {
    return body.contains(trace.equals("owner") ? cast.id(Who.OWNER) : names.get("word"));
  }

  String digest() {
    return database
        .sql(DIGEST)
        .param("image", image())
        .param("owner", cast.id(Who.OWNER))
        .query(String.class)
        .single();
  }

  private int image() {
    return Integer.parseInt(names.get("image"));
  }
}
