package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.identity.UserId;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the gallery keeps of a member, and how it goes.
class MemberPicturesTest {

  private final DataSource database = TestDatabase.freshlyMigrated();
  private final Wall wall = new Wall(database);
  private final ArrayList<Object> events = new ArrayList<>();
  private final MemberPictures pictures =
      new MemberPictures(
          new MemberImageTable(JdbcClient.create(database)),
          new DeletionTable(JdbcClient.create(database)),
          new UnusedTagTable(JdbcClient.create(database)),
          new TransactionTemplate(new JdbcTransactionManager(database)),
          events::add);

  @Test
  void goBitByBitAndSayWhichFilesTheyLeave() {
    wall.run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags)
        SELECT 'leaver', 'f' || n, 'p', (CASE WHEN n % 2 = 0 THEN 'public' ELSE 'private' END)::visibility, '{a}'
        FROM generate_series(1, 250) n
        """);
    var stays = wall.show("other", "a");
    var leaver = new UserId("leaver");

    assertThat(pictures.forget(leaver)).isTrue();
    assertThat(events).hasSize(100);
    assertThat(pictures.forget(leaver)).isTrue();
    assertThat(pictures.forget(leaver)).isTrue();
    assertThat(pictures.forget(leaver)).isFalse();

    assertThat(events).hasSize(250).doesNotHaveDuplicates();
    assertThat(wall.feed(Wall.GUEST, FeedQuery.latest())).containsExactly(stays);
    assertThat(wall.tags.beginningWith("a", Wall.GUEST, 1)).containsExactly(new TagCount("a", 1));
  }

  @Test
  void takeTheTagsWithThemThatNobodyElseUses() {
    wall.show("leaver", "theirs", "everybody's");
    wall.hang("leaver", Visibility.PRIVATE, "hidden");
    wall.show("other", "everybody's");
    var leaver = new UserId("leaver");

    while (pictures.forget(leaver)) {
      assertThat(events).isNotEmpty();
    }

    assertThat(wall.database.sql("SELECT name FROM tags").query(String.class).list())
        .containsExactly("everybody's");
  }

  @Test
  void leaveWhatOthersMadeOfThem() {
    var source = wall.show("leaver");
    var remix = wall.show("other");
    wall.run("UPDATE images SET source_image_id = %d WHERE id = %d".formatted(source, remix));

    pictures.forget(new UserId("leaver"));

    assertThat(wall.feed(Wall.GUEST, FeedQuery.latest())).containsExactly(remix);
  }

  @Test
  void nameTheirMembersInOrder() {
    for (var owner : new String[] {"c", "a", "b", "a"}) {
      wall.hang(owner, Visibility.PRIVATE);
    }
    assertThat(pictures.membersAfter("", 2)).containsExactly(new UserId("a"), new UserId("b"));
    assertThat(pictures.membersAfter("b", 2)).containsExactly(new UserId("c"));
    assertThat(pictures.membersAfter("c", 2)).isEmpty();
  }
}
