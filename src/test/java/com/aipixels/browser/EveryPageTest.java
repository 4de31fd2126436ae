package com.aipixels.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.HouseTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page in both languages and themes: nothing that axe objects to, nothing wider than the
/// screen, nothing that a browser complains of. The main pages are left as pictures in
/// `target/screens`.
@BrowserTest
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

  private static final Path SCREENS = Path.of("target", "screens");

  /// @param pattern of the handler, in the places of its own
  /// @param path that leads to it
  /// @param screen under which name it is left as a picture; empty: not
  record Shown(String pattern, String who, String path, String screen) {}

  private static final List<Shown> PAGES =
      List.of(
          new Shown("/", "minji", "/", "feed"),
          new Shown("/", "", "/", "front"),
          new Shown("/", "minji", "/?tag=바다&style=watercolor", ""),
          new Shown("/", "minji", "/?feed=following", ""),
          new Shown("/search", "minji", "/search?q=바다", ""),
          new Shown("/search", "", "/search", ""),
          new Shown("/images/{id}", "hana", "/images/{image}", "picture"),
          new Shown("/images/{id}", "minji", "/images/{image}", ""),
          new Shown("/images/{id}", "", "/images/{image}", ""),
          new Shown("/images/{id}/versions", "minji", "/images/{image}/versions", "versions"),
          new Shown("/images/{id}/collect", "minji", "/images/{image}/collect", ""),
          new Shown("/comments/{id}", "minji", "/comments/{comment}", ""),
          new Shown("/comments/{id}/edit", "minji", "/comments/{mine}/edit", ""),
          new Shown("/users/{userId}", "hana", "/users/{userId}", "profile"),
          new Shown("/users/{userId}/followers", "hana", "/users/{userId}/followers", ""),
          new Shown("/users/{userId}/following", "hana", "/users/{userId}/following", ""),
          new Shown("/users/{userId}/collections", "hana", "/users/{userId}/collections", ""),
          new Shown("/create", "minji", "/create", "create"),
          new Shown("/create", "hana", "/create?source={image}", ""),
          new Shown("/generations/{id}", "minji", "/generations/{generation}", "done"),
          new Shown("/me", "minji", "/me", "gallery"),
          new Shown("/me", "minji", "/me?choose=true", ""),
          new Shown("/me/generations", "minji", "/me/generations", ""),
          new Shown("/me/credits", "minji", "/me/credits", "credits"),
          new Shown("/me/collections", "minji", "/me/collections", ""),
          new Shown("/collections/{id}", "minji", "/collections/{collection}", ""),
          new Shown("/me/notifications", "minji", "/me/notifications", "notifications"),
          new Shown("/me/notifications/settings", "minji", "/me/notifications/settings", ""),
          new Shown("/me/blocks", "minji", "/me/blocks", ""),
          new Shown("/me/decisions", "minji", "/me/decisions", ""),
          new Shown("/me/export", "minji", "/me/export", ""),
          new Shown("/me/leave", "minji", "/me/leave", ""),
          new Shown("/me/return", "minji", "/me/return", ""),
          new Shown("/report", "hana", "/report?type=image&id={image}", ""),
          new Shown("/report/thanks", "hana", "/report/thanks", ""),
          new Shown("/verify", "minji", "/verify", ""),
          new Shown("/about-ai", "minji", "/about-ai", ""),
          new Shown("/settings", "minji", "/settings", "settings"),
          new Shown("/settings", "", "/settings", ""),
          new Shown("/offline", "", "/offline", ""),
          new Shown("/sign-in", "", "/sign-in", ""),
          new Shown("/sign-up", "", "/sign-up", ""),
          new Shown("/account", "minji", "/account", ""),
          new Shown("/moderation", "judge", "/moderation", "moderation"),
          new Shown("/moderation/reports/{id}", "judge", "/moderation/reports/{case}", ""),
          new Shown("/moderation/actions", "judge", "/moderation/actions", ""),
          new Shown("/moderation/appeals", "judge", "/moderation/appeals", ""),
          new Shown("/moderation/rights-blocks", "judge", "/moderation/rights-blocks", ""),
          new Shown("", "minji", "/nothing-here", ""));

  /// Leads on at once.
  private static final String REDIRECT = "/images/{id}/comments";

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Scenery scenery;

  @BeforeAll
  void furnish() {
    scenery = new Scenery(port);
  }

  @Test
  void noPageIsLeftOut() {
    var patterns = new TreeSet<String>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
              && View.class.isAssignableFrom(handler.getMethod().getReturnType())) {
            patterns.addAll(mapping.getPatternValues());
          }
        });
    patterns.remove(REDIRECT);
    assertThat(PAGES.stream().map(Shown::pattern)).containsAll(patterns);
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsAccessibleToEverybody(Tongue tongue) {
    var found = new ArrayList<String>();
    for (var who : List.of("", "minji", "hana", "judge")) {
      try (var visitor = new Visitor(port, Screen.DESKTOP, tongue)) {
        if (!who.isEmpty()) {
          visitor.carrying(scenery.token(who));
        }
        PAGES.stream()
            .filter(page -> page.who().equals(who))
            .forEach(page -> found.addAll(look(visitor, page, tongue)));
        found.addAll(visitor.complaints());
      }
    }
    assertThat(found).isEmpty();
  }

  private List<String> look(Visitor visitor, Shown shown, Tongue tongue) {
    var found = new ArrayList<String>();
    visitor.open(scenery.path(shown.path()));
    var page = visitor.page();
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(
          new EmulateMediaOptions()
              .setColorScheme(theme)
              // Colours half way from one to the other are nobody's.
              .setReducedMotion(ReducedMotion.REDUCE));
      (theme == ColorScheme.LIGHT ? Axe.violations(page) : Axe.violationsInColour(page))
          .forEach(one -> found.add(shown.path() + " " + theme + " " + one));
      if (!shown.screen().isEmpty() && (tongue == Tongue.KOREAN || theme == ColorScheme.LIGHT)) {
        keep(page, shown.screen(), tongue, theme);
      }
    }
    for (var screen : List.of(Screen.PHONE, Screen.TABLET)) {
      page.setViewportSize(screen.width(), screen.height());
      var width = (int) page.evaluate("() => document.documentElement.scrollWidth");
      if (width > screen.width()) {
        found.add("%s is %d px wide on a %s".formatted(shown.path(), width, screen));
      }
    }
    page.setViewportSize(Screen.DESKTOP.width(), Screen.DESKTOP.height());
    return found;
  }

  private static void keep(Page page, String name, Tongue tongue, ColorScheme theme) {
    for (var screen : Screen.values()) {
      page.setViewportSize(screen.width(), screen.height());
      var file =
          String.join("-", name, tongue.name(), theme.name(), Integer.toString(screen.width()));
      shoot(page, SCREENS.resolve(file.toLowerCase(Locale.ROOT) + ".png"));
    }
    page.setViewportSize(Screen.DESKTOP.width(), Screen.DESKTOP.height());
  }

  /// Chromium without a graphics card sometimes waits for a frame that never comes.
  private static void shoot(Page page, Path file) {
    for (int tries = 1; ; tries++) {
      try {
        page.screenshot(new ScreenshotOptions().setPath(file).setTimeout(5_000));
        return;
      } catch (TimeoutError e) {
        if (tries == 5) {
          throw e;
        }
      }
    }
  }
}
