package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aipixels.TestDatabase;
import com.aipixels.problems.Problem;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A view counts once for each viewer in half an hour, in whichever process.
class ViewsTest {

  private final DataSource database = TestDatabase.freshlyMigrated();
  private final Wall wall = new Wall(database);
  private final Views here = process();
  private final Views elsewhere = process();

  @Test
  void countEachMemberAndEachGuestOnce() {
    var picture = new ImageId(wall.show("maker"));
    for (int n = 0; n < 3; n++) {
      here.note(Wall.GUEST, picture, "10.0.0.1 firefox");
      here.note(Wall.GUEST, picture, "10.0.0.1 chrome");
      here.note(Wall.member("fan"), picture, "10.0.0.1 chrome");
      elsewhere.note(Wall.member("fan"), picture, "10.0.0.2 phone");
      here.count();
      elsewhere.count();
    }
    assertThat(views(picture)).isEqualTo(3);
  }

  @Test
  void countAgainAfterHalfAnHour() {
    var picture = new ImageId(wall.show("maker"));
    seen(picture);
    wall.run("UPDATE recent_views SET seen_at = seen_at - interval '29 minutes'");
    seen(picture);
    assertThat(views(picture)).isEqualTo(1);
    wall.run("UPDATE recent_views SET seen_at = seen_at - interval '2 minutes'");
    seen(picture);
    assertThat(views(picture)).isEqualTo(2);
  }

  @Test
  void areNotTheOwnersOwn() {
    var picture = new ImageId(wall.show("maker"));
    here.note(Wall.member("maker"), picture, "");
    here.count();
    assertThat(views(picture)).isZero();
  }

  @Test
  void areOnlyOfWhatOneMaySee() {
    var secret = new ImageId(wall.hang("maker", Visibility.PRIVATE));
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> here.note(Wall.GUEST, secret, ""));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> here.note(Wall.GUEST, new ImageId(4711), ""));
  }

  @Test
  void areCountedBeforeTheServiceStops() {
    var picture = new ImageId(wall.show("maker"));
    here.start();
    here.note(Wall.GUEST, picture, "x");
    here.stop();
    assertThat(views(picture)).isEqualTo(1);
    assertThat(here.isRunning()).isFalse();
  }

  @Test
  void changeNothingElseAndOutliveThePicture() {
    var picture = new ImageId(wall.show("maker"));
    var before = text("SELECT updated_at FROM images");
    seen(picture);
    assertThat(text("SELECT updated_at FROM images")).isEqualTo(before);
    here.note(Wall.GUEST, picture, "late");
    wall.run("DELETE FROM images");
    here.count();
    assertThat(text("SELECT count(*) FROM images")).isEqualTo("0");
  }

  @Test
  void keepNobodysAddressAndAreForgotten() {
    var picture = new ImageId(wall.show("maker"));
    here.note(Wall.member("fan_of_many"), picture, "");
    here.note(Wall.GUEST, picture, "10.0.0.1 firefox");
    here.count();
    assertThat(text("SELECT string_agg(encode(viewer_hash, 'escape'), ' ') FROM recent_views"))
        .doesNotContain("fan", "10.0");
    wall.run("UPDATE recent_views SET seen_at = seen_at - interval '31 minutes'");
    wall.run("UPDATE view_keys SET day = day - 1");
    here.sweep();
    assertThat(text("SELECT count(*) FROM recent_views")).isEqualTo("0");
    assertThat(text("SELECT count(*) FROM view_keys")).isEqualTo("0");
  }

  private void seen(ImageId picture) {
    here.note(Wall.GUEST, picture, "10.0.0.1 firefox");
    here.count();
  }

  private int views(ImageId picture) {
    return Integer.parseInt(text("SELECT view_count FROM images WHERE id = " + picture));
  }

  private String text(String sql) {
    return wall.database.sql(sql).query(String.class).single();
  }

  private Views process() {
    var jdbc = JdbcClient.create(database);
    return new Views(
        new ImageTable(jdbc, new VersionQueries(jdbc)), new ViewTable(jdbc), new Random());
  }
}
