package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What each of many searches finds among two dozen pictures: exactly what the table says.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTableTest {

  private static final String TAG = "search-table";
  private static final Path FOLDER = Path.of("src/test/resources/search");

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  @BeforeAll
  void hang() {
    rows("pictures.txt", "\\|").forEach(this::hang);
    new PictureRows(database).awaitAnalysis();
  }

  @TestFactory
  Stream<DynamicTest> findsExactlyWhatItShould() {
    return rows("queries.txt", "=>")
        .map(row ->
            DynamicTest.dynamicTest(
                row.getFirst(),
                () ->
                    assertThat(found(row.getFirst()))
                        .containsExactlyInAnyOrder(row.getLast().split("\\s+"))));
  }

  @Test
  void thereAreMoreThanFiftySearches() {
    assertThat(rows("queries.txt", "=>")).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  private String[] found(String query) {
    var q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    var answer = Caller.guest(port).get("/api/v1/images?limit=100&tag=" + TAG + "&q=" + q);
    assertThat(answer.statusCode()).isEqualTo(200);
    var keys =
        Caller.json(answer)
            .get("items")
            .valueStream()
            .map(card -> card.get("fileUrl").asString().replace("/files/", ""))
            .toArray(String[]::new);
    return keys.length == 0 ? new String[] {""} : keys;
  }

  private void hang(List<String> row) {
    database
        .sql(
            """
            INSERT INTO images (
              clerk_user_id, file_path, visibility, title, tags, prompt, translated_prompt, description)
            VALUES ('painter_1', :key, 'public', :title, ARRAY[:tag] || string_to_array(:tags, ', '),
                    :prompt, :translated, :description)
            """)
        .param("key", row.get(0))
        .param("tag", TAG)
        .param("title", row.get(1))
        .param("tags", row.get(2))
        .param("prompt", row.get(3))
        .param("translated", row.get(4))
        .param("description", row.size() > 5 ? row.get(5) : null)
        .update();
  }

  private static Stream<List<String>> rows(String file, String separator) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> Arrays.stream(line.split(separator, -1)).map(String::strip).toList());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
