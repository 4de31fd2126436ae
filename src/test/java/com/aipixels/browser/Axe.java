package com.aipixels.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// What axe-core has to say of a page: WCAG 2.2 AA and what is held to be good practice.
final class Axe {

  private static final String VERSION = "4.14.1";
  private static final String SCRIPT = script();
  private static final String RUN =
      """
      async () => {
        const { violations } = await axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`));
      }
      """;

  private Axe() {}

  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      // Page scripts are bound by the page's own policy; this one is not of the page.
      page.evaluate(SCRIPT);
    }
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    try {
      return Files.readString(Npm.unpacked("axe-core", VERSION).resolve("package/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
