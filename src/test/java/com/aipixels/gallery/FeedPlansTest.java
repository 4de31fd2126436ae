package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every list is found by walking an index in its order: the shape of the plan of the very text
/// that is asked, whether the server knows the values or plans for any.
@Execution(ExecutionMode.CONCURRENT)
class FeedPlansTest {

  private static final DataSource DATABASE = TestDatabase.freshlyMigrated();
  private static final UserId MEMBER = new UserId("user_7");
  private static final List<Viewer> VIEWERS =
      List.of(new Viewer.Guest(), new Viewer.Member(MEMBER));
  private static final List<String> MODES = List.of("force_custom_plan", "force_generic_plan");
  private static final Pattern WALK =
      Pattern.compile(
          "Index (?:Only )?Scan using (?!tags_name_key)(\\w+) on (?:images|image_ranks|image_tags|tags) ([a-z])\\b");
  private static final Pattern SLOW =
      Pattern.compile(
          "Sort|(?:Seq|Bitmap Heap) Scan on (?:images|image_ranks|image_tags)|Hash Join|Merge Join");

  private final Recorder recorder = new Recorder(DATABASE);
  private final JdbcClient jdbc = JdbcClient.create(recorder.dataSource());
  private final CardQueries cards = new CardQueries(jdbc);
  private final FeedQueries feeds = new FeedQueries(cards);
  private final MemberQueries members = new MemberQueries(cards);

  @BeforeAll
  static void fill() {
    var jdbc = JdbcClient.create(DATABASE);
    jdbc.sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, category, style, color_tone, visibility, tags,
                                like_count, created_at, published_at)
            SELECT 'user_' || n % 50, 'f' || n, repeat('바다 ', 60),
                   (ARRAY['animal', 'food', 'other'])[1 + n % 3]::category,
                   (ARRAY['anime', 'cartoon', 'artistic'])[1 + n / 3 % 3]::style,
                   (ARRAY['warm', 'cool', 'dark'])[1 + n / 9 % 3]::color_tone,
                   (CASE WHEN n / 50 % 10 = 0 THEN 'private' ELSE 'public' END)::visibility,
                   ARRAY['머리', '꼬리' || n % 2000],
                   n % 97, timestamp '2026-01-01' + n * interval '1 minute', timestamp '2026-01-01' + n * interval '1 minute'
            FROM generate_series(1, 50000) n
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO follows (follower_clerk_user_id, following_clerk_user_id)
            SELECT 'user_' || n % 500, 'user_' || n / 500 FROM generate_series(0, 9999) n
            """)
        .update();
    jdbc.sql("VACUUM ANALYZE").update();
  }

  static Stream<FeedQuery> feeds() {
    return Arrays.stream(Sort.values())
        .flatMap(sort ->
            IntStream.range(0, 16)
                .mapToObj(bits -> new FeedQuery(sort, filter(bits, "머리"), Circle.ALL)));
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void walksAFeedInItsOrder(FeedQuery query) {
    for (var page : pages(Place.of(query.sort()))) {
      for (var viewer : VIEWERS) {
        feeds.feed(viewer, query, page);
        plansWalk(indexOf(query));
      }
    }
  }

  @Test
  void walksARareTagAsItDoesAFrequentOne() {
    for (var sort : Sort.values()) {
      var plans =
          Stream.of("머리", "꼬리7", "없는")
              .map(tag -> {
                feeds.feed(
                    VIEWERS.getFirst(),
                    new FeedQuery(sort, filter(8, tag), Circle.ALL),
                    new PageRequest(20, null));
                return recorder.plan("force_generic_plan");
              })
              .distinct();
      assertThat(plans).hasSize(1);
    }
  }

  /// What is sorted there is a page of each followed member's at most.
  @ParameterizedTest
  @EnumSource(Sort.class)
  void mergesTheFirstPageOfEveryoneFollowed(Sort sort) {
    for (var page : pages(Place.of(sort))) {
      for (int bits = 0; bits < 16; bits++) {
        feeds.feed(
            VIEWERS.getLast(), new FeedQuery(sort, filter(bits, "머리"), Circle.FOLLOWING), page);
        for (var mode : MODES) {
          var plan = String.join("\n", recorder.plan(mode));
          assertThat(plan)
              .containsPattern("(?:images|likes|score)_member_idx")
              .doesNotContainPattern("Seq Scan on image");
        }
      }
    }
  }

  @Test
  void walksAMembersPicturesInTheirOrder() {
    for (var viewer : VIEWERS) {
      for (var page : pages(Place.PUBLISHED)) {
        members.publishedBy(MEMBER, viewer, page);
        plansWalk("images_member_idx");
      }
    }
    for (var page : pages(Place.CREATED)) {
      members.of(MEMBER, VIEWERS.getLast(), null, page);
      plansWalk("images_own_gallery_idx");
      members.of(MEMBER, VIEWERS.getLast(), Visibility.PRIVATE, page);
      plansWalk("images_own_gallery_idx");
    }
  }

  @Test
  void walksTheMostUsedTags() {
    for (var viewer : VIEWERS) {
      new TagQueries(jdbc).beginningWith("", viewer, 20);
      plansWalk("tags_most_used_idx");
      new TagQueries(jdbc).beginningWith("꼬리12", viewer, 20);
      for (var mode : MODES) {
        assertThat(String.join("\n", recorder.plan(mode))).contains("tags_keys_idx");
      }
    }
  }

  private void plansWalk(String index) {
    for (var mode : MODES) {
      var plan = String.join("\n", recorder.plan(mode));
      var walked = WALK.matcher(plan);
      assertThat(walked.find()).as(plan).isTrue();
      assertThat(walked.group(1)).as(plan).matches(index);
      assertThat(plan).doesNotContainPattern(SLOW);
    }
  }

  private static String indexOf(FeedQuery query) {
    return switch (query.sort()) {
      case LATEST -> query.filter().tag() == null ? "images_latest_.*" : "image_tags_latest_idx";
      case POPULAR ->
          query.filter().tag() == null ? "image_ranks_likes_.*" : "image_tags_likes_idx";
      case TRENDING ->
          query.filter().tag() == null ? "image_ranks_score_.*" : "image_tags_score_idx";
    };
  }

  /// The first page, and one from the middle of all pictures.
  private static List<PageRequest> pages(Place place) {
    var middle =
        switch (place) {
          case PUBLISHED, CREATED -> "2026-01-21 20:00:00";
          case LIKES -> "40";
          case SCORE -> "20480.0";
        };
    return List.of(
        new PageRequest(20, null),
        new PageRequest(20, Cursor.of(place.column(), middle, 30_000).encode()));
  }

  private static ImageFilter filter(int bits, String tag) {
    return new ImageFilter(
        given(bits, 1, Category.ANIMAL),
        given(bits, 2, Style.ANIME),
        given(bits, 4, ColorTone.WARM),
        given(bits, 8, tag));
  }

  private static <T> @Nullable T given(int bits, int bit, T value) {
    return (bits & bit) == 0 ? null : value;
  }
}
