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
            WHERE clerk_user_id = ANY (:ids)
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

  /// Written in the order of the ids, so that two writers never wait in a circle.
  void remember(Collection<PersonCard> cards) {
    jdbc.sql(
            """
            INSERT INTO people (clerk_user_id, username, display_name, image_url, fetched_at)
            SELECT id, username, display_name, image_url, clock_timestamp()
            FROM unnest(:ids, :usernames, :displayNames, :imageUrls)
              AS card (id, username, display_name, image_url)
            ORDER BY id
            ON CONFLICT (clerk_user_id) DO UPDATE
            SET username = EXCLUDED.username,
                display_name = EXCLUDED.display_name,
                image_url = EXCLUDED.image_url,
                fetched_at = EXCLUDED.fetched_at
            """)
        .param("ids", column(cards, card -> card.userId().value()))
        .param("usernames", column(cards, PersonCard::username))
        .param("displayNames", column(cards, PersonCard::displayName))
        .param("imageUrls", column(cards, PersonCard::imageUrl))
        .update();
  }

  private static @Nullable String[] column(
      Collection<PersonCard> cards, Function<PersonCard, @Nullable String> part) {
    return cards.stream().map(part).toArray(String[]::new);
  }
}
