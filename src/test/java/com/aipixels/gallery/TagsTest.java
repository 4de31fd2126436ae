package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a tag may become while it is typed.
class TagsTest {

  private final Wall wall = new Wall(TestDatabase.freshlyMigrated());

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          고양이, 고양이
          고야,   고양이
          고ㅇ,   고양이
          ㄱ,     고양이 과자 값
          고,     고양이 과자
          과,     과자
          납,     나비
          갑,     값
          SK,     sky
          s,      sky
          양이,   ''
          %,      ''
          """)
  void completesWhatWasBegun(String begun, String tags) {
    wall.show("maker", "고양이", "과자", "값", "나비", "Sky");
    wall.show("maker", "고양이");
    wall.show("maker", "고양이");
    wall.show("maker", "과자");
    wall.hang("maker", Visibility.PRIVATE, "고독", "Skin");
    assertThat(
            wall.tags.beginningWith(Tags.fold(begun), Wall.GUEST, 20).stream().map(TagCount::tag))
        .containsExactlyElementsOf(tags.isEmpty() ? List.of() : Arrays.asList(tags.split(" ")));
  }

  @Test
  void namesTheMostUsedFirstAndNoneThatIsGone() {
    wall.show("maker", "a", "b");
    wall.show("maker", "b");
    var gone = wall.show("maker", "c");
    wall.run("DELETE FROM images WHERE id = " + gone);
    assertThat(wall.tags.beginningWith("", Wall.GUEST, 20))
        .containsExactly(new TagCount("b", 2), new TagCount("a", 1));
    assertThat(wall.tags.beginningWith("", Wall.GUEST, 1)).hasSize(1);
  }

  @Test
  void countsNothingOfPeopleKeptApart() {
    wall.show("troll", "a", "b");
    wall.show("maker", "b");
    wall.run(
        "INSERT INTO blocks (blocker_clerk_user_id, blocked_clerk_user_id) VALUES ('troll', 'reader')");
    assertThat(wall.tags.beginningWith("", Wall.member("reader"), 20))
        .containsExactly(new TagCount("b", 1));
    assertThat(wall.tags.beginningWith("", Wall.member("other"), 20)).hasSize(2);
  }
}
