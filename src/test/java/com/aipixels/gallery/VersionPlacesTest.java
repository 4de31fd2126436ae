package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Places in trees, whoever writes the pictures.
class VersionPlacesTest {

  private final DataSource dataSource = TestDatabase.freshlyMigrated();
  private final JdbcClient database = JdbcClient.create(dataSource);

  @Test
  void aPictureAloneHasNoPlace() {
    picture("minji", "public", null);

    assertThat(places()).isEmpty();
  }

  @Test
  void aPictureAndItsSourceHaveTheirPlaces() {
    var first = picture("minji", "public", null);
    var second = picture("jun", "private", first);
    picture("jun", "public", second);

    assertThat(places())
        .containsExactly("1 - 1 minji public", "2 1 1 jun private", "3 2 1 jun public");
  }

  @Test
  void aPlaceKnowsWhoMaySeeItsPicture() {
    var first = picture("minji", "private", null);
    picture("minji", "public", first);

    run("UPDATE images SET visibility = 'public' WHERE id = 1");
    run("UPDATE images SET visibility = 'private' WHERE id = 2");

    assertThat(places()).containsExactly("1 - 1 minji public", "2 1 1 minji private");
    assertThat(strings("SELECT was_public FROM image_versions ORDER BY image_id"))
        .containsExactly("t", "t");
  }

  @Test
  void aPlaceStaysEmptyWhileSomethingDescendsFromIt() {
    var first = picture("minji", "public", null);
    var second = picture("jun", "public", first);
    picture("yuna", "public", second);

    run("DELETE FROM images WHERE id IN (1, 2)");

    assertThat(places()).containsExactly("1 - 1 - private", "2 1 1 - private", "3 2 1 yuna public");

    run("DELETE FROM images WHERE id = 3");

    assertThat(places()).isEmpty();
  }

  @Test
  void aWholeTreeGoesAtOnce() {
    var first = picture("minji", "public", null);
    var second = picture("minji", "public", first);
    picture("minji", "public", second);
    picture("minji", "private", first);

    run("DELETE FROM images");

    assertThat(places()).isEmpty();
  }

  @Test
  void theLastTwoLeavesMayGoAtTheSameTime() throws Exception {
    for (var round = 0; round < 20; round++) {
      var first = picture("minji", "public", null);
      var leaves = List.of(picture("a", "public", first), picture("b", "public", first));
      delete(first);

      atOnce(leaves.stream().<Callable<Boolean>>map(leaf -> () -> delete(leaf)).toList());

      assertThat(places()).isEmpty();
    }
  }

  @Test
  void manyMakeTheFirstVersionsOfOnePictureWhileItIsHiddenAndShown() throws Exception {
    for (var round = 0; round < 5; round++) {
      var first = picture("minji", "public", null);
      atOnce(
          IntStream.range(0, 12)
              .<Callable<Boolean>>mapToObj(
                  n -> () -> n % 4 == 0 ? flip(first) : remix(first, "m" + n))
              .toList());

      assertThat(
              strings(
                  """
                  SELECT v.image_id FROM image_versions v JOIN images i ON i.id = v.image_id
                  WHERE (v.visibility, v.clerk_user_id) IS DISTINCT FROM (i.visibility, i.clerk_user_id)
                  """))
          .isEmpty();
      assertThat(strings("SELECT count(*) FROM image_versions WHERE parent_id = " + first))
          .containsExactly("9");
    }
  }

  @Test
  void saysHowAVersionDescendsAsFarAsTheViewerMayKnow() {
    var first = picture("minji", "public", null);
    var again = picture("minji", "public", first);
    run("UPDATE images SET prompt = 'changed later' WHERE id = 1");
    var vary = picture("minji", "private", first);
    var remix = picture("jun", "public", vary);

    assertThat(descent(first, "x")).isEqualTo("- - - f");
    assertThat(descent(again, "x")).isEqualTo("1 1 again f");
    assertThat(descent(vary, "minji")).isEqualTo("1 1 vary f");
    assertThat(descent(remix, "minji")).isEqualTo("3 1 remix f");
    // What never was public leaves no trace of itself.
    assertThat(descent(remix, "x")).isEqualTo("1 1 remix f");

    run("UPDATE images SET visibility = 'public' WHERE id = 3");
    run("UPDATE images SET visibility = 'private' WHERE id = 3");
    assertThat(descent(remix, "x")).isEqualTo("1 1 remix t");
    run("DELETE FROM images WHERE id = 3");
    assertThat(descent(remix, "x")).isEqualTo("1 1 remix t");
    run("DELETE FROM images WHERE id = 1");
    assertThat(descent(remix, "x")).isEqualTo("- - - t");
  }

  private int picture(String owner, String visibility, @Nullable Integer source) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, source_image_id)
            VALUES (:owner, 'f', 'p', :visibility::visibility, :source::integer)
            RETURNING id
            """)
        .param("owner", owner)
        .param("visibility", visibility)
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  private boolean remix(int source, String owner) {
    return picture(owner, "public", source) > 0;
  }

  private boolean flip(int picture) throws SQLException {
    return run(
        "UPDATE images SET visibility = CASE visibility WHEN 'public' THEN 'private' ELSE 'public' END::visibility WHERE id = "
            + picture);
  }

  private boolean delete(int picture) {
    return run("DELETE FROM images WHERE id = " + picture);
  }

  private String descent(int version, String viewer) {
    return database
        .sql(
            """
            SELECT concat_ws(' ', COALESCE(parent_id::text, '-'), COALESCE(root_id::text, '-'), COALESCE(kind, '-'), gap)
            FROM descent_of(:version, :viewer, '{}')
            """)
        .param("version", version)
        .param("viewer", viewer)
        .query(String.class)
        .single();
  }

  private List<String> places() {
    return strings(
        """
        SELECT concat_ws(' ', image_id, COALESCE(parent_id::text, '-'), root_id, COALESCE(clerk_user_id, '-'), visibility)
        FROM image_versions ORDER BY image_id
        """);
  }

  private boolean run(String sql) {
    return database.sql(sql).update() >= 0;
  }

  private List<String> strings(String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }

  private static void atOnce(List<Callable<Boolean>> calls) throws Exception {
    try (var hands = Executors.newFixedThreadPool(calls.size())) {
      for (var done : hands.invokeAll(calls)) {
        assertThat(done.get()).isTrue();
      }
    }
  }
}
