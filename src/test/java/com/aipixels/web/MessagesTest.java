package com.aipixels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.engines.EngineFailure;
import com.aipixels.gallery.HoldCause;
import com.aipixels.gallery.Visibility;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import com.aipixels.moderation.Action;
import com.aipixels.moderation.Reason;
import com.aipixels.moderation.TargetType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z0-9-]+)+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

  private static final Pattern SHOWN =
      Pattern.compile("(?:alt|aria-label|placeholder|title)=\"([^\"]*)\"");
  private static final Pattern SPOKEN = Pattern.compile("\\p{L}{2,}");
  private static final Set<String> FOR_PROGRAMMERS = Set.of("reference.jte", "fields.jte");

  /// Names are the same everywhere; a language is named in itself.
  private static final Set<String> NAMES =
      Set.of("AIPixels", "DOCTYPE", "EN", "English", "Read", "in", "한국어", "한국어로", "보기");

  /// Keys that are put together where they are used.
  private static final List<String> FAMILIES =
      List.of(
          "category.",
          "chosen.done.",
          "circle.",
          "people.",
          "sort.",
          "style.",
          "tone.",
          "size.",
          "visibility.",
          "status.",
          "reason.",
          "failure.",
          "mistake.",
          "verify.",
          "refusal.",
          "credit.",
          "descent.",
          "picture.held.",
          "report.reason.",
          "complaint.",
          "target.",
          "hold.",
          "act.",
          "ruling.",
          "outcome.",
          "notice.",
          "picture.held.",
          "switch.",
          "theme.");

  private final Properties korean = properties("messages.properties");
  private final Properties english = properties("messages_en.properties");

  /// What stands in templates between tags, and in the attributes that are read aloud or shown, is
  /// from the messages, but for names. The reference of the API is for programmers, in English.
  @Test
  void noTemplateSaysAnythingByItself() throws IOException {
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!FOR_PROGRAMMERS.contains(file.getFileName().toString())) {
          assertThat(saidBy(Files.readString(file))).as(file.toString()).isSubsetOf(NAMES);
        }
      }
    }
  }

  private static List<String> saidBy(String template) {
    var plain = template.replaceAll("[$!]\\{[^{}]*}", "");
    for (var shorter = ""; !shorter.equals(plain); ) {
      shorter = plain;
      plain = plain.replaceAll("\\([^()]*\\)", "");
    }
    plain = plain.replaceAll("(?m)^@(import|param).*$", "").replaceAll("@[a-zA-Z.]+", "");
    var shown =
        SHOWN
            .matcher(plain)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining(" "));
    return SPOKEN
        .matcher(shown + " " + plain.replaceAll("<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", " "))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(korean.stringPropertyNames())
        .hasSizeGreaterThan(150);
    for (var key : korean.stringPropertyNames()) {
      assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(korean, key));
      assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContainPattern("[가-힣]");
      assertThat(korean.getProperty(key)).as(key).isNotBlank();
    }
  }

  @Test
  void everyTextThatAPageAsksForIsThereAndNoneIsLeftOver() {
    var rooms =
        korean.stringPropertyNames().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    var used =
        literals()
            .filter(literal -> rooms.contains(literal.substring(0, literal.indexOf('.'))))
            .filter(literal -> !literal.endsWith(".jte"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).hasSizeGreaterThan(80);
    assertThat(korean.stringPropertyNames()).containsAll(used);
    assertThat(korean.stringPropertyNames())
        .allMatch(key -> used.contains(key) || FAMILIES.stream().anyMatch(key::startsWith));
  }

  @Test
  void everyWordOfTheVocabulariesHasItsText() {
    var keys =
        Stream.of(
                keys("category.", Category.values()),
                keys("style.", Style.values()),
                keys("tone.", ColorTone.values()),
                keys("size.", ImageSize.values()),
                keys("visibility.", Visibility.values()),
                keys("picture.held.", HoldCause.values()),
                keys("hold.", HoldCause.values()),
                keys("complaint.", Reason.values()),
                keys("complaint.short.", Reason.values()),
                keys("target.", TargetType.values()),
                keys("report.reason.", TargetType.values()),
                keys("act.", Action.values()),
                Arrays.stream(EngineFailure.Reason.values())
                    .map(EngineFailure.Reason::code)
                    .filter(code -> !code.equals("engine_failed"))
                    .map("failure."::concat),
                Stream.of("queued", "running", "succeeded", "failed", "cancelled")
                    .map("status."::concat),
                Stream.of("opening", "charge", "refund", "refill", "grant", "correction")
                    .map("reason."::concat))
            .flatMap(family -> family);

    assertThat(keys).isSubsetOf(korean.stringPropertyNames());
  }

  @Test
  void koreanParticlesAreChosenByTheWriter() {
    assertThat(korean.values())
        .map(Object::toString)
        .noneMatch(text -> text.matches(".*(이\\(가\\)|은\\(는\\)|을\\(를\\)|와\\(과\\)|\\(으\\)로).*"));
  }

  private static Stream<String> keys(String family, Term[] terms) {
    return Arrays.stream(terms).map(Term::value).map(family::concat);
  }

  private static Set<String> placeholders(Properties messages, String key) {
    return PLACEHOLDER
        .matcher(messages.getProperty(key))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<String> literals() {
    return Stream.of("src/main/jte", "src/main/java/com/aipixels/web")
        .flatMap(MessagesTest::files)
        .flatMap(
            text -> LITERAL.matcher(text).results().map((MatchResult found) -> found.group(1)));
  }

  private static Stream<String> files(String folder) {
    try (var paths = Files.walk(Path.of(folder))) {
      return paths.filter(Files::isRegularFile).map(MessagesTest::text).toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Properties properties(String name) {
    try (var reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
      var properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
