package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.database.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The schema that the migrations make is the one that was agreed on, on every PostgreSQL at hand.
class SchemaTest {

  private static final Path GOLDEN = Path.of("src/test/resources/schema.golden.txt");

  @TestFactory
  Stream<DynamicTest> isTheGoldenOne() {
    return Stream.concat(Stream.of(TestServer.embedded()), TestServer.oldest())
        .map(TestDatabase::empty)
        .map(database ->
            DynamicTest.dynamicTest(
                "on PostgreSQL " + version(JdbcClient.create(database)),
                () -> {
                  TestDatabase.migrate(database);
                  assertGolden(SchemaListing.of(database));
                }));
  }

  @Test
  void isListedToTheLastColumn() {
    var database = TestDatabase.freshlyMigrated();
    JdbcClient.create(database).sql("ALTER TABLE follows ADD COLUMN stray integer").update();

    assertThat(SchemaListing.of(database)).contains("table follows column stray integer");
  }

  private static void assertGolden(List<String> listing) throws IOException {
    var actual = Files.write(Path.of("target", "schema.txt"), listing);
    assertThat(listing)
        .as("To accept the schema as it is now: cp %s %s", actual, GOLDEN)
        .isEqualTo(Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.of());
  }

  private static String version(JdbcClient database) {
    return database.sql("SHOW server_version").query(String.class).single();
  }
}
