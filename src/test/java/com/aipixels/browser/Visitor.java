package com.aipixels.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Somebody at a browser of their own. What the browser complains of, and whatever it asks of any
/// other site, is written down.
final class Visitor implements AutoCloseable {

  private final String site;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private int clicks;

  Visitor(int port, Screen screen, Tongue tongue) {
    this(port, screen.in(tongue));
  }

  Visitor(int port, NewContextOptions options) {
    site = "http://localhost:" + port;
    context = Chromium.browser().newContext(options);
    context.setDefaultTimeout(30_000);
    context.onRequest(request -> {
      var host = URI.create(request.url()).getHost();
      if (host != null && !host.equals("localhost")) {
        complaints.add("asked " + request.url());
      }
    });
    page = context.newPage();
    listen(page);
  }

  private void listen(Page tab) {
    tab.onPageError(error -> complaints.add("threw " + error));
    tab.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("Failed to load")) {
        complaints.add("said " + message.text());
      }
    });
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /// A second tab of the same browser.
  Page tab(String path) {
    var tab = context.newPage();
    listen(tab);
    tab.navigate(site + path);
    return tab;
  }

  Visitor open(String path) {
    page.navigate(site + path);
    return this;
  }

  /// Path, query and fragment of the page that is shown.
  String address() {
    return page.url().substring(site.length());
  }

  Locator see(String selector) {
    return page.locator(selector);
  }

  void click(String selector) {
    clicks++;
    see(selector).first().click();
  }

  int clicks() {
    return clicks;
  }

  /// Signs in with the form, as a person would.
  Visitor signIn(String name) {
    open("/sign-in");
    see("#username").fill(name);
    see("#username").press("Enter");
    see(".bell").waitFor();
    return this;
  }

  /// Goes on as the member whose token it is.
  Visitor carrying(String token) {
    context.addCookies(List.of(new Cookie("__session", token).setUrl(site)));
    return this;
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
