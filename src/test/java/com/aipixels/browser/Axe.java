package com.aipixels.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// What axe-core has to say of a page: WCAG 2.2 AA and what is held to be good practice.
final class Axe {

  private static final String VERSION = "4.14.1";
  private static final List<String> EVERYTHING =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final String SCRIPT = script();
  private static final String RUN =
      """
      async (runOnly) => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`));
      }
      """;

  private Axe() {}

  static List<String> violations(Page page) {
    return violations(page, EVERYTHING);
  }

  /// Only what depends on colours.
  static List<String> violationsInColour(Page page) {
    return violations(page, List.of("color-contrast", "link-in-text-block"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> violations(Page page, List<String> rules) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      // Page scripts are bound by the page's own policy; this one is not of the page.
      page.evaluate(SCRIPT);
    }
    return (List<String>) page.evaluate(RUN, rules);
  }

  private static String script() {
    try {
      return Files.readString(Npm.unpacked("axe-core", VERSION).resolve("package/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
