package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/// The rules of the house that only its text can tell. Each is seen to fail on a text that breaks
/// it.
class SourceTest {

  private static final List<Source> MAIN = Source.below("src/main/java");
  private static final List<Source> TESTS = Source.below("src/test/java");

  /// Whose each table is. Cards and feeds read likes and follows, so they are the gallery's, though
  /// the community writes them; news makes browsers due, so they are the notifications', though the
  /// pushes keep them.
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("images", "gallery"),
          Map.entry("image_search", "gallery"),
          Map.entry("unhashed_images", "gallery"),
          Map.entry("likes", "gallery"),
          Map.entry("follows", "gallery"),
          Map.entry("image_ranks", "gallery"),
          Map.entry("image_tags", "gallery"),
          Map.entry("rank_changes", "gallery"),
          Map.entry("tags", "gallery"),
          Map.entry("view_keys", "gallery"),
          Map.entry("image_holds", "gallery"),
          Map.entry("comment_holds", "community"),
          Map.entry("recent_views", "gallery"),
          Map.entry("comments", "community"),
          Map.entry("comment_likes", "community"),
          Map.entry("blocks", "community"),
          Map.entry("member_counts", "community"),
          Map.entry("collections", "collections"),
          Map.entry("collection_images", "collections"),
          Map.entry("fingerprints", "provenance"),
          Map.entry("ai_notices", "provenance"),
          Map.entry("moderation_actions", "moderation"),
          Map.entry("moderation_people", "moderation"),
          Map.entry("moderation_notices", "moderation"),
          Map.entry("report_cases", "moderation"),
          Map.entry("reports", "moderation"),
          Map.entry("appeals", "moderation"),
          Map.entry("suspensions", "moderation"),
          Map.entry("awaited_deletions", "moderation"),
          Map.entry("rights_blocks", "moderation"),
          Map.entry("comment_mentions", "community"),
          Map.entry("notice_causes", "notifications"),
          Map.entry("inboxes", "notifications"),
          Map.entry("mutes", "notifications"),
          Map.entry("notifications", "notifications"),
          Map.entry("notification_actors", "notifications"),
          Map.entry("push_subscriptions", "notifications"),
          Map.entry("push_keys", "push"),
          Map.entry("idempotent_answers", "idempotency"),
          Map.entry("people", "identity"),
          Map.entry("departed_members", "identity"),
          Map.entry("missing_members", "identity"),
          Map.entry("webhook_deliveries", "identity"),
          Map.entry("erasures", "account"),
          Map.entry("leaving_members", "identity"),
          Map.entry("withdrawals", "account"),
          Map.entry("exports", "account"),
          Map.entry("imports", "account"),
          Map.entry("instance", "account"),
          Map.entry("image_origins", "gallery"),
          Map.entry("user_credits", "credits"),
          Map.entry("credit_entries", "credits"),
          Map.entry("generations", "generation"),
          Map.entry("image_versions", "gallery"),
          Map.entry("event_publication", "modulith"));

  private static final Pattern TABLE =
      Pattern.compile("(?i)\\b(?:from|join|into|update|truncate)\\s+([a-z_]+)");
  private static final Pattern CREATED =
      Pattern.compile("(?i)\\bcreate (?:unlogged )?table (?:if not exists )?([a-z_]+)");
  private static final Pattern TEXT =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");
  private static final Pattern BANNED =
      Pattern.compile("(?m)^import (?:static )?(?:org\\.mockito|lombok|net\\.bytebuddy)\\b");
  private static final Pattern DOOR_PLATE =
      Pattern.compile("(?s)^/// [A-Z][^\n]*?\\w\\..*\n@NullMarked\n.*");

  @Test
  void nobodyMocksAndNobodyGeneratesCode() {
    assertThat(MAIN).hasSizeGreaterThan(100);
    assertThat(TESTS).hasSizeGreaterThan(30);
    assertThat(Stream.of(MAIN, TESTS).flatMap(List::stream).filter(SourceTest::mocks)).isEmpty();
    assertThat(mocks(source("x/Bad.java", "import org." + "mockito.Mockito;\n"))).isTrue();
    assertThat(mocks(source("x/Bad.java", "import static org." + "mockito.Mockito.when;\n")))
        .isTrue();
    assertThat(mocks(source("x/Bad.java", "import lom" + "bok.Data;\n"))).isTrue();
  }

  @Test
  void everyRoomHasADoorPlateAndItsNullnessMarked() {
    var rooms = MAIN.stream().map(Source::room).collect(Collectors.toSet());
    var plates = MAIN.stream().filter(Source::isPackage).toList();
    assertThat(plates).extracting(Source::room).containsExactlyInAnyOrderElementsOf(rooms);
    assertThat(plates).hasSizeGreaterThan(10).allMatch(SourceTest::hasDoorPlate);
    assertThat(hasDoorPlate(source("x/package-info.java", "@NullMarked\npackage x;\n"))).isFalse();
    assertThat(hasDoorPlate(source("x/package-info.java", "/// Pictures.\npackage x;\n")))
        .isFalse();
  }

  @Test
  void everyTableHasAnOwner() {
    var created =
        migrations()
            .flatMap(text -> CREATED.matcher(text).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    assertThat(created).isEqualTo(OWNERS.keySet());
  }

  @Test
  void sqlNamesOnlyTablesOfItsRoomAndOfRoomsUpstream() {
    assertThat(MAIN.stream().flatMap(source -> tables(source).stream()).distinct())
        .contains("images", "user_credits", "generations", "people");
    assertThat(MAIN.stream().flatMap(source -> strangersTables(source).stream())).isEmpty();

    var bad =
        source(
            "com/aipixels/gallery/Bad.java",
            """
            String sql = "SELECT id FROM generations g JOIN images i ON true";
            String more = \"""
                UPDATE
                  user_credits SET credits = 0
                \""";
            """);
    assertThat(strangersTables(bad))
        .containsExactlyInAnyOrder("Bad.java: generations", "Bad.java: user_credits");
  }

  private static boolean mocks(Source source) {
    return BANNED.matcher(source.text()).find();
  }

  private static boolean hasDoorPlate(Source plate) {
    return DOOR_PLATE.matcher(plate.text()).matches();
  }

  private static List<String> strangersTables(Source source) {
    var mine = upstream(source.room());
    return tables(source).stream()
        .filter(table -> !mine.contains(OWNERS.get(table)))
        .map(table -> source.name() + ": " + table)
        .toList();
  }

  /// The tables that the SQL in a source names, wherever it stands in a string.
  private static Set<String> tables(Source source) {
    return TEXT.matcher(source.text())
        .results()
        .flatMap(text -> TABLE.matcher(text.group()).results())
        .map(match -> match.group(1))
        .filter(OWNERS::containsKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The room itself and whom its door plate lets it ask.
  private static Set<String> upstream(String room) {
    try {
      var plate = Class.forName("com.aipixels." + room + ".package-info");
      var rooms =
          new TreeSet<>(
              List.of(plate.getAnnotation(ApplicationModule.class).allowedDependencies()));
      rooms.add(room);
      return rooms;
    } catch (ClassNotFoundException e) {
      return Set.of();
    }
  }

  private static Stream<String> migrations() {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files.map(SourceTest::text).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(String path, String text) {
    return new Source(Path.of(path), text);
  }
}
