package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aipixels.TestDatabase;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.Stores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

/// Pictures that hang without a ThumbHash come to one.
class ThumbHashingTest {

  @TempDir Path data;
  private final DataSource database = TestDatabase.freshlyMigrated();
  private final Wall wall = new Wall(database);
  private final UnhashedTable table = new UnhashedTable(wall.database);
  private ObjectStore store;
  private PictureFiles files;
  private ThumbHashing hashing;

  @BeforeEach
  void open() {
    store = Stores.in(data);
    files = new PictureFiles(store);
    hashing = new ThumbHashing(table, files, store);
  }

  @Test
  void oneAfterTheOtherUntilNoneIsLeft() {
    var file = stored("one", Samples.png(900, 600));
    var ids = IntStream.range(0, 25).mapToObj(_ -> hang(file)).toList();
    assertThat(waiting()).isEqualTo(25);

    assertThat(hashing.takeTurn()).isTrue();
    assertThat(waiting()).isBetween(1, 24);
    // Another process goes on where this one stopped.
    var next = new ThumbHashing(new UnhashedTable(wall.database), files, store);
    while (next.takeTurn()) {
      assertThat(waiting()).isLessThan(25);
    }

    assertThat(waiting()).isZero();
    assertThat(ids)
        .allSatisfy(id -> assertThat(hash(id)).isNotNull().hasSameSizeAs(file.thumbHash()));
  }

  @Test
  void fromTheOriginalWhereThumbnailsAreGone() {
    var file = stored("one", Samples.jpeg(900, 600));
    var whole = hang(file);
    run();
    PictureFiles.keys(file.original()).stream().skip(1).forEach(store::delete);
    var bare = hang(file);
    run();

    assertThat(hash(bare)).isNotNull().hasSameSizeAs(hash(whole));
  }

  @Test
  void notWhereNothingCanBeSeenAndThenAreNotLookedAtAgain() {
    var gone = stored("gone", Samples.png(900, 600));
    files.delete(gone.original());
    var ids = new ArrayList<>(List.of(hang(gone), elsewhere("https://example.org/a.png")));
    var broken = stored("broken", Samples.png(900, 600));
    PictureFiles.keys(broken.original()).forEach(key -> store.put(key, new byte[] {1, 2, 3}));
    ids.add(hang(broken));

    run();

    assertThat(ids).allSatisfy(id -> assertThat(hash(id)).isNull());
    assertThat(hashing.takeTurn()).isFalse();
  }

  @Test
  void anewWhereAnotherProgramExchangesTheFile() {
    var wide = stored("wide", Samples.png(900, 300));
    var tall = stored("tall", Samples.png(300, 900));
    var id = hang(wide);
    run();
    var before = hash(id);

    wall.run(
        "UPDATE images SET file_path = '%s', thumbnail_url = '%s' WHERE id = %d"
            .formatted(tall.original(), tall.thumbnail(), id));
    assertThat(hash(id)).isNull();
    run();

    assertThat(hash(id)).isNotNull().isNotEqualTo(before);
  }

  @Test
  void ofTheFileThatHangsNowAndNotOfOneFromBefore() {
    var id = hang(stored("wide", Samples.png(900, 300)));
    var read = table.newest(1).getFirst();
    var tall = stored("tall", Samples.png(300, 900));
    wall.run(
        "UPDATE images SET file_path = '%s', thumbnail_url = '%s' WHERE id = %d"
            .formatted(tall.original(), tall.thumbnail(), id));

    table.settle(read, tall.thumbHash());

    assertThat(hash(id)).isNull();
    assertThat(waiting()).isOne();
  }

  @Test
  void whichIsNeitherLongerNorShorterThanOneCanBe() {
    var id = elsewhere("https://example.org/b.png");
    for (var bytes : List.of("\\x00000000", "\\x" + "00".repeat(26))) {
      assertThatThrownBy(() ->
              wall.run("UPDATE images SET thumb_hash = '%s' WHERE id = %d".formatted(bytes, id)))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void unlessTheyGoBefore() {
    wall.run("DELETE FROM images WHERE id = " + hang(stored("one", Samples.png(64, 64))));

    assertThat(waiting()).isZero();
  }

  private void run() {
    while (hashing.takeTurn()) {
      assertThat(waiting()).isNotNegative();
    }
  }

  private PictureFile stored(String stem, byte[] bytes) {
    return switch (files.store(stem, bytes, null, Origins.none())) {
      case PictureFiles.Stored(var file) -> file;
      case PictureFiles.NotAPicture(var why) -> throw new AssertionError(why);
    };
  }

  private int hang(PictureFile file) {
    return insert(file.original().value(), file.thumbnail().value());
  }

  private int elsewhere(String address) {
    return insert(address, null);
  }

  private int insert(String file, @Nullable String thumbnail) {
    return wall.database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, thumbnail_url, prompt)
            VALUES ('owner', :file, :thumbnail, 'p')
            RETURNING id
            """)
        .param("file", file)
        .param("thumbnail", thumbnail)
        .query(Integer.class)
        .single();
  }

  private @Nullable String hash(int id) {
    return wall.database
        .sql("SELECT encode(thumb_hash, 'base64') AS hash FROM images WHERE id = :id")
        .param("id", id)
        .query((row, _) -> Optional.ofNullable(row.getString("hash")))
        .single()
        .orElse(null);
  }

  private int waiting() {
    return wall.database.sql("SELECT count(*) FROM unhashed_images").query(Integer.class).single();
  }
}
