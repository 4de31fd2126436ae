package com.aipixels.visibility;

import com.aipixels.Caller;
import com.aipixels.moderation.Desk;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.visibility.VisibilityRow.Who;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Callers who are new to the service, and somebody else who comments.
final class Cast {

  private final Map<Who, Caller> callers = new EnumMap<>(Who.class);
  private final Caller witness;
  private final ObjectStore files;

  Cast(int port, JdbcClient database, ObjectStore files, String name) {
    this.files = files;
    for (var who : Who.values()) {
      callers.put(
          who,
          switch (who) {
            case GUEST -> Caller.guest(port);
            case MODERATOR -> Desk.moderator(port, name + "-moderator");
            default -> Caller.signedIn(port, name + "-" + who.name().toLowerCase(Locale.ROOT));
          });
    }
    witness = Caller.signedIn(port, name + "-w");
    suspend(database, id(Who.SUSPENDED));
    var gone = callers.get(Who.DEPARTED).delete("/api/v1/me?now=true");
    if (gone.statusCode() / 100 != 2) {
      throw new AssertionError("could not leave: " + gone.statusCode() + " " + gone.body());
    }
  }

  private static void suspend(JdbcClient database, String member) {
    database
        .sql(
            """
            WITH decided AS (
              INSERT INTO moderation_actions (action, moderator, person, note, ends_at)
              VALUES ('suspend', hash_of('judge'), hash_of(:member), 'rude', now() + interval '1 day')
              RETURNING id, ends_at)
            INSERT INTO suspensions (action_id, clerk_user_id, ends_at) SELECT id, :member, ends_at FROM decided
            """)
        .param("member", member)
        .update();
  }

  Caller caller(Who who) {
    return callers.get(who);
  }

  String id(Who who) {
    return callers.get(who).userId();
  }

  Caller witness() {
    return witness;
  }

  List<String> ids() {
    return Stream.concat(callers.values().stream(), Stream.of(witness))
        .map(Caller::userId)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /// Stores what an export consists of.
  void parcel(String export) {
    files
        .beside("parcels")
        .put(new ObjectKey(export + "-0.export.zip"), "zip".getBytes(StandardCharsets.UTF_8));
  }

  /// Stores a file that only this picture has, and gives its path.
  String file(String word) {
    var key = new ObjectKey(word + ".png");
    files.put(key, word.getBytes(StandardCharsets.UTF_8));
    return key.value();
  }
}
