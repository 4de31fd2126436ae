package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Holds what the papers say of pages and settings against the code, in both directions.
@HouseTest
class DocsTest {

  private static final Pattern PAGE = Pattern.compile("(?m)^\\| `(/[^`]*)` \\|");
  private static final Pattern PROPERTY =
      Pattern.compile("(?m)^\\| `(aipixels\\.[^`]*)` \\| (?:`([^`]*)`)? ?\\|");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");
  private static final Pattern READ_VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

  /// Variables that are Spring's own relaxed names of properties.
  private static final Set<String> RELAXED =
      Set.of(
          "SERVER_PORT",
          "SERVER_ADDRESS",
          "SPRING_DATASOURCE_URL",
          "SPRING_DATASOURCE_USERNAME",
          "SPRING_DATASOURCE_PASSWORD",
          "AIPIXELS_DATA",
          "AIPIXELS_ENGINE",
          "AIPIXELS_TRANSLATOR",
          "AIPIXELS_PUBLICURL",
          "AIPIXELS_DEMO",
          "AIPIXELS_PUSH_CONTACT");

  private final String readme = read("README.md");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void theTableOfPagesNamesEveryPage() {
    var pages = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          var isPage = handler.getBeanType().isAnnotationPresent(Controller.class);
          if (isPage && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            pages.addAll(mapping.getPatternValues());
          }
        });
    assertThat(pages).contains("/api");
    assertThat(pagesOf(readme)).isEqualTo(pages);
  }

  @Test
  void theTableOfSettingsNamesEveryPropertyWithItsDefault() throws ClassNotFoundException {
    var settings = new TreeMap<String, String>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var found : scanner.findCandidateComponents("com.aipixels")) {
      var type = Class.forName(found.getBeanClassName());
      addTo(settings, type.getAnnotation(ConfigurationProperties.class).value(), type);
    }
    assertThat(settings).hasSizeGreaterThan(20);
    assertThat(propertiesOf(readme)).isEqualTo(settings);
  }

  @Test
  void theTableOfVariablesNamesEveryVariableThatIsRead() {
    var variables = new TreeSet<>(RELAXED);
    READ_VARIABLE
        .matcher(read("src/main/resources/application.yaml"))
        .results()
        .forEach(m -> variables.add(m.group(1)));
    assertThat(variables).contains("CLERK_SECRET_KEY");
    var documented =
        VARIABLE.matcher(readme).results().map(m -> m.group(1)).collect(Collectors.toSet());
    assertThat(documented).isEqualTo(variables);
  }

  @Test
  void everyRoomHasItsRowInTheArchitecture() {
    var rooms =
        Source.below("src/main/java").stream()
            .filter(Source::isPackage)
            .map(Source::room)
            .filter(room -> !room.equals("aipixels"))
            .toList();
    assertThat(rooms).hasSizeGreaterThan(10);
    var rows =
        Pattern.compile("(?m)^\\| `([a-z]+)` \\|").matcher(read("ARCHITECTURE.md")).results();
    assertThat(rows.map(m -> m.group(1))).containsExactlyInAnyOrderElementsOf(rooms);
  }

  @Test
  void aRowThatDriftsIsNoticed() {
    assertThat(pagesOf("| `/gone` | x |\n| `/` | y |\n")).containsExactly("/", "/gone");
    assertThat(propertiesOf("| `aipixels.a` | `1` | x |\n| `aipixels.b` | | y |\n"))
        .isEqualTo(Map.of("aipixels.a", "1", "aipixels.b", ""));
  }

  private static Set<String> pagesOf(String paper) {
    return PAGE.matcher(paper)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> propertiesOf(String paper) {
    return PROPERTY
        .matcher(paper)
        .results()
        .collect(Collectors.toMap(m -> m.group(1), DocsTest::byDefault));
  }

  private static String byDefault(MatchResult row) {
    return row.group(2) == null ? "" : row.group(2);
  }

  private static void addTo(Map<String, String> settings, String prefix, Class<?> type) {
    var parts = type.getRecordComponents();
    var parameters = type.getDeclaredConstructors()[0].getParameters();
    for (var i = 0; i < parts.length; i++) {
      var name = prefix + "." + kebab(parts[i].getName());
      var value = parameters[i].getAnnotation(DefaultValue.class);
      var hasText = value != null && value.value().length > 0;
      if (parts[i].getType().isRecord() && !hasText) {
        addTo(settings, name, parts[i].getType());
      } else {
        settings.put(name, value == null ? "" : String.join(",", value.value()));
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String read(String paper) {
    try {
      return Files.readString(Path.of(paper));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
