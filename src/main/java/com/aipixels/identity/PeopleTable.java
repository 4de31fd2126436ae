package com.aipixels.identity;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The last known names and faces.
@Repository
class PeopleTable {

  private final JdbcClient jdbc;

  PeopleTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PersonCard> find(Collection<? extends UserId> ids) {
    return jdbc.sql(
            """
            SELECT clerk_user_id, username, display_name, image_url
            FROM people
            WHERE clerk_user_id = ANY (:ids) AND NOT departed(clerk_user_id)
              AND NOT EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = people.clerk_user_id)
            """)
        .param("ids", ids.stream().map(UserId::value).toArray(String[]::new))
        .query((row, _) ->
            new PersonCard(
                new UserId(row.getString("clerk_user_id")),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("image_url")))
        .list();
  }

  /// Written in the order of the ids, so that two writers never wait in a circle. What Clerk has
  /// changed since is not overwritten, and who has left is not remembered.
  void remember(Collection<ClerkUser> users) {
    List<PersonCard> cards = users.stream().map(ClerkUser::card).toList();
    jdbc.sql(
            """
            INSERT INTO people (clerk_user_id, username, display_name, image_url, clerk_updated_at, fetched_at)
            SELECT id, username, display_name, image_url, updated_at, clock_timestamp()
            FROM unnest(:ids, :usernames, :displayNames, :imageUrls, :updatedAt)
              AS card (id, username, display_name, image_url, updated_at)
            WHERE NOT departed(id)
            ORDER BY id
            ON CONFLICT (clerk_user_id) DO UPDATE
            SET username = EXCLUDED.username,
                display_name = EXCLUDED.display_name,
                image_url = EXCLUDED.image_url,
                clerk_updated_at = EXCLUDED.clerk_updated_at,
                fetched_at = EXCLUDED.fetched_at
            WHERE people.clerk_updated_at IS NULL OR people.clerk_updated_at <= EXCLUDED.clerk_updated_at
            """)
        .param("ids", column(cards, card -> card.userId().value()))
        .param("usernames", column(cards, PersonCard::username))
        .param("displayNames", column(cards, PersonCard::displayName))
        .param("imageUrls", column(cards, PersonCard::imageUrl))
        .param("updatedAt", users.stream().map(ClerkUser::updatedAt).toArray(Long[]::new))
        .update();
  }

  private static @Nullable String[] column(
      Collection<PersonCard> cards, Function<PersonCard, @Nullable String> part) {
    return cards.stream().map(part).toArray(String[]::new);
  }
}
