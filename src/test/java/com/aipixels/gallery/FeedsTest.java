package com.aipixels.gallery;

import static com.aipixels.gallery.Wall.GUEST;
import static com.aipixels.gallery.Wall.following;
import static com.aipixels.gallery.Wall.member;
import static com.aipixels.gallery.Wall.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aipixels.TestDatabase;
import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.identity.UserId;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.PageRequest;
import com.aipixels.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which pictures stand in which feed, and when.
class FeedsTest {

  private final Wall wall = new Wall(TestDatabase.freshlyMigrated());

  @ParameterizedTest
  @EnumSource(Sort.class)
  void showsEachPictureOnceWhileOthersComeAndGo(Sort sort) {
    var hung = new ArrayList<Integer>();
    for (int n = 0; n < 25; n++) {
      hung.add(wall.show("maker", "바다"));
    }
    for (var tag : new String[] {null, "바다"}) {
      var read =
          wall.readOn(
              query(sort, tag),
              3,
              () -> {
                wall.show("maker", "바다");
                wall.run("DELETE FROM images WHERE id = (SELECT max(id) FROM images)");
                wall.run(
                    "UPDATE images SET visibility = 'private' WHERE id = (SELECT max(image_id) FROM image_ranks)");
                hung.removeLast();
              });
      assertThat(read).doesNotHaveDuplicates().containsAll(hung);
    }
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void showsHidesAndForgetsAtOnce(Sort sort) {
    wall.run(
        "INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id) VALUES ('fan', 'maker')");
    var picture = wall.hang("maker", Visibility.PRIVATE, "바다");
    assertThat(everywhere(sort)).isEmpty();
    wall.run("UPDATE images SET visibility = 'public'");
    assertThat(everywhere(sort)).containsExactly(picture, picture, picture, 1);
    wall.run("UPDATE images SET visibility = 'private'");
    assertThat(everywhere(sort)).isEmpty();
    wall.run("UPDATE images SET visibility = 'public'");
    wall.run("DELETE FROM images");
    assertThat(everywhere(sort)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void combinesEveryFilter(Sort sort) {
    wall.run(
        """
        INSERT INTO images (clerk_user_id, file_path, prompt, category, style, color_tone, visibility, tags,
                            like_count, published_at)
        SELECT 'maker', 'f', 'p', (enum_range(NULL::category))[1 + n % 3], (enum_range(NULL::style))[1 + n / 3 % 3],
               (enum_range(NULL::color_tone))[1 + n / 9 % 3], (CASE WHEN n % 5 = 0 THEN 'private' ELSE 'public' END)::visibility,
               ARRAY['tag' || n / 2 % 2], n % 7, timestamp '2026-01-01' + n * interval '1 hour'
        FROM generate_series(1, 200) n
        """);
    for (int bits = 0; bits < 16; bits++) {
      var filter =
          new ImageFilter(
              (bits & 1) == 0 ? null : Category.LANDSCAPE,
              (bits & 2) == 0 ? null : Style.ARTISTIC,
              (bits & 4) == 0 ? null : ColorTone.WARM,
              (bits & 8) == 0 ? null : "TAG1");
      var expected =
          wall.database
              .sql(
                  """
                  SELECT id FROM images
                  WHERE visibility = 'public'
                    AND (category = 'landscape' OR :bits & 1 = 0) AND (style = 'artistic' OR :bits & 2 = 0)
                    AND (color_tone = 'warm' OR :bits & 4 = 0) AND (tags @> '{tag1}' OR :bits & 8 = 0)
                  ORDER BY %s DESC, id DESC
                  """
                      .formatted(
                          switch (sort) {
                            case LATEST -> "published_at";
                            case POPULAR -> "like_count";
                            case TRENDING ->
                                "ln(1 + like_count) / ln(2) + extract(epoch FROM published_at) / 86400";
                          }))
              .param("bits", bits)
              .query(Integer.class)
              .list();
      assertThat(wall.readOn(new FeedQuery(sort, filter, Circle.ALL), 7, () -> {}))
          .isEqualTo(expected);
    }
  }

  @Test
  void ranksAfterWhateverAnyClientDoesToLikesAndComments() {
    var first = wall.show("maker", "바다");
    var second = wall.show("maker", "바다");
    wall.like(first, 3);
    wall.refresh();
    for (var tag : new String[] {null, "바다"}) {
      assertThat(wall.feed(GUEST, query(Sort.POPULAR, tag))).containsExactly(first, second);
      assertThat(wall.feed(GUEST, query(Sort.TRENDING, tag))).containsExactly(first, second);
    }
    wall.run("DELETE FROM likes");
    wall.run(
        "INSERT INTO comments (clerk_user_id, image_id, content) VALUES ('fan', %d, 'ok')"
            .formatted(second));
    wall.refresh();
    assertThat(wall.feed(GUEST, query(Sort.POPULAR, null))).containsExactly(second, first);
    assertThat(wall.feed(GUEST, query(Sort.TRENDING, "바다"))).containsExactly(second, first);
    assertThat(count("rank_changes")).isZero();
  }

  @Test
  void lovedYesterdayAndNewTodayAreWeighed() {
    var old = wall.show("maker");
    var young = wall.show("maker");
    wall.run("UPDATE images SET published_at = published_at - interval '3 days' WHERE id = " + old);
    wall.like(old, 6);
    wall.refresh();
    assertThat(wall.feed(GUEST, query(Sort.TRENDING, null))).containsExactly(young, old);
    wall.like(old, 8);
    wall.refresh();
    assertThat(wall.feed(GUEST, query(Sort.TRENDING, null))).containsExactly(old, young);
  }

  @Test
  void followsWhatAForeignClientChangesOfAPicture() {
    var picture = wall.show("maker", "바다", "바다", " 바다 ", "");
    wall.run("UPDATE images SET tags = '{산,Sky}', category = 'food', clerk_user_id = 'heir'");
    wall.run(
        "INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id) VALUES ('fan', 'heir')");
    assertThat(wall.feed(GUEST, query(Sort.POPULAR, "바다"))).isEmpty();
    assertThat(wall.feed(GUEST, query(Sort.POPULAR, "sky"))).containsExactly(picture);
    assertThat(wall.feed(member("fan"), following(Sort.TRENDING))).containsExactly(picture);
    assertThat(
            wall.feed(
                GUEST,
                FeedQuery.latest().by(Sort.POPULAR).of(ImageFilter.none().with(Category.FOOD))))
        .containsExactly(picture);
    wall.run("UPDATE images SET tags = NULL");
    assertThat(wall.tags.beginningWith("", GUEST, 20)).isEmpty();
  }

  @Test
  void mergesThoseWhomOneFollows() {
    var expected = new ArrayList<Integer>();
    for (int n = 0; n < 30; n++) {
      var picture = wall.show("maker_" + n % 4);
      if (n % 4 < 3) {
        expected.addFirst(picture);
      }
    }
    wall.run(
        """
        INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
        SELECT 'fan', 'maker_' || n FROM generate_series(0, 2) n
        """);
    for (var sort : Sort.values()) {
      var read = new ArrayList<Integer>();
      String cursor = null;
      do {
        var slice = wall.feeds.feed(member("fan"), following(sort), new PageRequest(4, cursor));
        read.addAll(Wall.ids(slice));
        cursor = slice.nextCursor();
      } while (cursor != null);
      assertThat(read).isEqualTo(expected);
    }
    assertThat(wall.feed(member("loner"), following(Sort.LATEST))).isEmpty();
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> wall.feed(GUEST, following(Sort.LATEST)));
  }

  @Test
  void keepsPeopleApartInFeedsAndInCounts() {
    var theirs = wall.show("troll", "바다");
    var mine = wall.show("maker", "바다");
    wall.run(
        "INSERT INTO likes (clerk_user_id, image_id) VALUES ('troll', %1$d), ('fan', %1$d)"
            .formatted(mine));
    wall.run(
        "INSERT INTO comments (clerk_user_id, image_id, content) VALUES ('troll', %1$d, 'x'), ('fan', %1$d, 'y')"
            .formatted(mine));
    wall.run(
        "INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id) VALUES ('reader', 'troll')");
    wall.run(
        "INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id) VALUES ('reader', 'troll')");
    var reader = member("reader");
    for (var sort : Sort.values()) {
      assertThat(wall.feed(reader, query(sort, null))).containsExactly(mine);
      assertThat(wall.feed(reader, query(sort, "바다"))).containsExactly(mine);
      assertThat(wall.feed(reader, following(sort))).isEmpty();
      assertThat(wall.feed(member("troll"), query(sort, null)))
          .containsExactlyInAnyOrder(mine, theirs);
    }
    var card =
        wall.feeds.feed(reader, FeedQuery.latest(), new PageRequest(1, null)).items().getFirst();
    assertThat(List.of(card.likeCount(), card.commentCount())).containsExactly(1, 1);
    var fans =
        wall.feeds
            .feed(member("fan"), FeedQuery.latest(), new PageRequest(1, null))
            .items()
            .getFirst();
    assertThat(List.of(fans.likeCount(), fans.commentCount())).containsExactly(2, 2);
    assertThat(fans.isLiked()).isTrue();
    assertThat(card.isLiked()).isFalse();
    assertThat(
            wall.members.publishedBy(new UserId("troll"), reader, new PageRequest(9, null)).items())
        .isEmpty();
  }

  @Test
  void showsOnesOwnGalleryWholeAndAMembersPublicPart() {
    var owner = new UserId("maker");
    var secret = wall.hang("maker", Visibility.PRIVATE);
    var open = wall.show("maker");
    var page = new PageRequest(20, null);
    assertThat(Wall.ids(wall.members.of(owner, member("maker"), null, page)))
        .containsExactly(open, secret);
    assertThat(Wall.ids(wall.members.of(owner, member("maker"), Visibility.PRIVATE, page)))
        .containsExactly(secret);
    assertThat(Wall.ids(wall.members.of(owner, GUEST, Visibility.PRIVATE, page))).isEmpty();
    assertThat(Wall.ids(wall.members.publishedBy(owner, member("maker"), page)))
        .containsExactly(open);
    wall.run("UPDATE images SET visibility = 'public' WHERE id = " + secret);
    assertThat(Wall.ids(wall.members.publishedBy(owner, GUEST, page)))
        .containsExactly(secret, open);
  }

  private List<Integer> everywhere(Sort sort) {
    var found = new ArrayList<>(wall.feed(GUEST, query(sort, null)));
    found.addAll(wall.feed(GUEST, query(sort, "바다")));
    found.addAll(wall.feed(member("fan"), following(sort)));
    wall.tags.beginningWith("", GUEST, 20).forEach(tag -> found.add(tag.imageCount()));
    return found;
  }

  private int count(String table) {
    return wall.database.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }
}
