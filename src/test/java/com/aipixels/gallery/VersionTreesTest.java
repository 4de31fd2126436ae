package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.Cursor;
import com.aipixels.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Trees of 10,000 pictures cost what trees of 50 do: counted in pages of the database that a
/// question touches, whether the server knows the values or plans for any.
@Execution(ExecutionMode.CONCURRENT)
class VersionTreesTest {

  private static final DataSource DATABASE = TestDatabase.freshlyMigrated();
  private static final List<Viewer> VIEWERS =
      List.of(
          new Viewer.Guest(),
          new Viewer.Member(new UserId("jun")),
          new Viewer.Member(new UserId("stranger")));
  private static final List<String> MODES = List.of("force_custom_plan", "force_generic_plan");
  private static final int LARGE = 10_000;
  private static final int SMALL = 50;
  private static final int BETWEEN = 100_000;

  private final Recorder recorder = new Recorder(DATABASE);
  private final JdbcClient jdbc = JdbcClient.create(recorder.dataSource());
  private final VersionQueries versions = new VersionQueries(jdbc);
  private final ImageTable images = new ImageTable(jdbc, versions);

  /// Everything hangs on the first; each on the one before; each on one near the first, and all but
  /// one in a hundred private.
  enum Shape {
    WIDE(1, "0", "'public'"),
    DEEP(2, "n - 1", "'public'"),
    MOSTLY_HIDDEN(3, "n / 3", "CASE WHEN n % 100 = 0 THEN 'public' ELSE 'private' END");

    private final int number;
    private final String parent;
    private final String visibility;

    Shape(int number, String parent, String visibility) {
      this.number = number;
      this.parent = parent;
      this.visibility = visibility;
    }

    int first(int size) {
      return (2 * number - (size == LARGE ? 1 : 0)) * BETWEEN;
    }

    int last(int size) {
      return first(size) + size - 1;
    }
  }

  @BeforeAll
  static void plant() {
    for (var shape : Shape.values()) {
      plant(shape, LARGE);
      plant(shape, SMALL);
    }
    JdbcClient.create(DATABASE).sql("VACUUM ANALYZE").update();
  }

  private static void plant(Shape shape, int size) {
    JdbcClient.create(DATABASE)
        .sql(
            """
            INSERT INTO images (id, clerk_user_id, file_path, prompt, visibility, source_image_id)
            SELECT :first + n, CASE WHEN n %% 10 = 5 THEN 'minji' WHEN n %% 100 = 7 THEN 'jun' ELSE 'yuna' END, 'f', 'p',
                   (%s)::visibility, CASE WHEN n > 0 THEN :first + %s END
            FROM generate_series(0, :size - 1) n
            ORDER BY n
            """
                .formatted(shape.visibility, shape.parent))
        .param("first", shape.first(size))
        .param("size", size)
        .update();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aPageOfATreeCostsWhatItShows(Shape shape) {
    var figures = new ArrayList<String>();
    for (var viewer : VIEWERS) {
      for (var mode : MODES) {
        for (int start : new int[] {0, 5}) {
          var small = pages(mode, () -> tree(shape, SMALL, viewer, 0));
          var large = pages(mode, () -> tree(shape, LARGE, viewer, start * LARGE / 10));
          figures.add(viewer + " " + mode + " from " + start + "0 %: " + small + " → " + large);
          assertThat(large).as(figures.toString()).isLessThan(2_500);
        }
      }
    }
    System.out.println("versions of " + shape + ", pages touched (50 → 10,000): " + figures);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aPictureAndItsLineCostTheSameInAnyTree(Shape shape) {
    var figures = new ArrayList<String>();
    for (var viewer : VIEWERS) {
      for (var mode : MODES) {
        for (var at :
            Stream.of(0, LARGE / 2, LARGE - 100).map(n -> shape.first(LARGE) + n).toList()) {
          var picture = pages(mode, () -> images.find(viewer, new ImageId(at)));
          var line = pages(mode, () -> versions.line(new ImageId(at), viewer));
          var children = pages(mode, () -> versions.children(new ImageId(at), viewer, 13));
          figures.add(picture + "/" + line + "/" + children);
          assertThat(picture).as(figures.toString()).isLessThan(1_200);
          assertThat(line).as(figures.toString()).isLessThan(900);
          assertThat(children).as(figures.toString()).isLessThan(200);
        }
      }
    }
    System.out.println("picture/line/children in " + shape + ", pages touched: " + figures);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void walksTheWholeTreePageByPage(Shape shape) {
    for (var viewer : VIEWERS) {
      var seen = new ArrayList<Integer>();
      var page = new PageRequest(100, null);
      while (true) {
        var slice = versions.tree(new ImageId(shape.last(LARGE)), viewer, page);
        slice.items().forEach(version -> seen.add(version.card().id().value()));
        if (slice.nextCursor() == null) {
          break;
        }
        page = new PageRequest(100, slice.nextCursor());
      }
      assertThat(seen)
          .isEqualTo(
              JdbcClient.create(DATABASE)
                  .sql(
                      """
                      SELECT id FROM images
                      WHERE id BETWEEN :first AND :last AND visible_to(:viewer, clerk_user_id, visibility, '{}')
                      ORDER BY id
                      """)
                  .param("first", shape.first(LARGE))
                  .param("last", shape.last(LARGE))
                  .param("viewer", viewer.idOrNull(), java.sql.Types.VARCHAR)
                  .query(Integer.class)
                  .list());
    }
  }

  @Test
  void countsNoMoreThanAHundredChildren() {
    var picture =
        images.find(new Viewer.Guest(), new ImageId(Shape.WIDE.first(LARGE))).orElseThrow();

    assertThat(picture.versions().childCount()).isEqualTo(100);
  }

  @Test
  void aDeepTreeIsKnownByItsFirst() {
    var deep = Shape.DEEP;
    var last = images.find(new Viewer.Guest(), new ImageId(deep.last(LARGE))).orElseThrow();

    assertThat(last.versions().rootId()).isEqualTo(deep.first(LARGE));
    assertThat(last.versions().parentId()).isEqualTo(deep.last(LARGE) - 1);
    assertThat(versions.line(new ImageId(deep.last(LARGE)), new Viewer.Guest())).hasSize(10);
  }

  private Object tree(Shape shape, int size, Viewer viewer, int after) {
    var cursor = after == 0 ? null : Cursor.of("versions", shape.first(size) + after).encode();
    return versions.tree(new ImageId(shape.first(size)), viewer, new PageRequest(20, cursor));
  }

  private int pages(String mode, Supplier<Object> question) {
    assertThat(question.get()).isNotNull();
    return recorder.pages(mode);
  }
}
