package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How large the classes are and how many of them are hidden. `mvn test -Dtest=ShapeTest` prints
/// the table and leaves it in `target/shape.txt`.
///
/// Lines are neither blank nor comment, imports included. The aim is a median of 25, a 95th
/// percentile of 120 and half of the types package-private; the median is above its aim and must
/// not grow further.
class ShapeTest {

  private static final int LARGEST = 250;

  private static final int P95 = 120;
  private static final int MEDIAN = 35;
  private static final int HIDDEN_PERCENT = 50;

  private static final List<Source> FILES = Source.below("src/main/java");

  @Test
  void classesStaySmallAndHidden() throws IOException {
    var rooms =
        FILES.stream()
            .collect(Collectors.groupingBy(Source::room, TreeMap::new, Collectors.toList()));
    var table = new StringBuilder("room         files median   p95 hidden largest\n");
    rooms.forEach((room, files) -> table.append(row(room, files)));
    table.append(row("all", FILES));
    Files.writeString(Path.of("target/shape.txt"), table);
    System.out.print(table);

    assertThat(FILES).hasSizeGreaterThan(100);
    assertThat(FILES.stream().filter(ShapeTest::isTooLarge).map(Source::name)).isEmpty();
    assertThat(percentile(FILES, 95)).isLessThanOrEqualTo(P95);
    assertThat(percentile(FILES, 50)).isLessThanOrEqualTo(MEDIAN);
    assertThat(hiddenPercent(FILES)).isGreaterThanOrEqualTo(HIDDEN_PERCENT);
  }

  @Test
  void commentsBlankLinesAndTextBlocksAreToldApart() {
    var text =
        """
        /// A thing.
        class Thing {

          // Why.
          String sql = \"""
              SELECT 1
              // not a comment

              \""";
        }
        """;
    assertThat(source(text).codeLines()).isEqualTo(6);
    assertThat(isTooLarge(source("class A {}\n".repeat(LARGEST + 1)))).isTrue();
    assertThat(isTooLarge(source("class A {}\n".repeat(LARGEST)))).isFalse();
    assertThat(source("public sealed interface A {}").isPublic()).isTrue();
    assertThat(source("class A {\n  public void a() {}\n}").isPublic()).isFalse();
  }

  private static String row(String room, List<Source> files) {
    var largest = files.stream().max(Comparator.comparingInt(Source::codeLines)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "%-12s %5d %6d %5d %5d%% %s (%d)%n",
        room,
        files.size(),
        percentile(files, 50),
        percentile(files, 95),
        hiddenPercent(files),
        largest.name(),
        largest.codeLines());
  }

  private static boolean isTooLarge(Source source) {
    return source.codeLines() > LARGEST;
  }

  /// The nearest rank: the smallest size that so many percent of the classes do not exceed.
  private static int percentile(Collection<Source> files, int percent) {
    var sizes = files.stream().map(Source::codeLines).sorted().toList();
    return sizes.get(Math.ceilDiv(sizes.size() * percent, 100) - 1);
  }

  private static long hiddenPercent(Collection<Source> files) {
    var types = files.stream().filter(file -> !file.isPackage()).toList();
    return 100 * types.stream().filter(type -> !type.isPublic()).count() / types.size();
  }

  private static Source source(String text) {
    return new Source(Path.of("room/Thing.java"), text);
  }
}
