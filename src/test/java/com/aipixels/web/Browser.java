package com.aipixels.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// A browser without JavaScript: it keeps cookies, fills forms, and follows a redirect when told
/// to.
final class Browser {

  private final String site;
  private final String language;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private String origin;
  private String page = "/";

  private Browser(int port, String language) {
    this.site = "http://localhost:" + port;
    this.origin = site;
    this.language = language;
  }

  static Browser at(int port) {
    return new Browser(port, "ko-KR,ko;q=0.9,en;q=0.5");
  }

  static Browser inEnglishAt(int port) {
    return new Browser(port, "en-GB,en;q=0.9,ko;q=0.5");
  }

  static Browser signedInAt(int port, String name) {
    var browser = at(port);
    var form = browser.open("/sign-in").form("/local-clerk/sign-in");
    browser.submit(form, Map.of("username", name));
    return browser;
  }

  /// Whose page the forms are sent from.
  void pretendToBeAt(String anotherOrigin) {
    origin = anotherOrigin;
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  Shown open(String path) {
    page = path;
    return send(request(path).GET());
  }

  /// Sends a form as it stands on its page, but for these values; whoever is told of AI has read
  /// it.
  Shown submit(FormElement form, Map<String, String> typed) {
    var fields = new LinkedHashMap<String, String>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    // Jsoup takes an empty value of a radio button for a missing one.
    form.select("input[type=radio][checked]")
        .forEach(button -> fields.put(button.attr("name"), button.attr("value")));
    form.select("input[name=aiNotice]").forEach(box -> fields.put("aiNotice", box.attr("value")));
    fields.putAll(typed);
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(form.attr("action"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .header("Referer", site + page)
            .POST(BodyPublishers.ofString(body)));
  }

  /// Reads a stream to its end.
  String stream(String path) {
    return answer(request(path).setHeader("Accept", "text/event-stream").GET()).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site + path))
        .timeout(Duration.ofMinutes(2))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Accept-Language", language);
  }

  private Shown send(HttpRequest.Builder request) {
    return new Shown(answer(request));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What came back.
  record Shown(HttpResponse<String> answer) {

    int status() {
      return answer.statusCode();
    }

    String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }

    /// Where a redirect leads.
    String location() {
      return header("Location");
    }

    Document document() {
      return Jsoup.parse(answer.body());
    }

    /// The only element there.
    Element the(String selector) {
      return document().expectFirst(selector);
    }

    FormElement form(String action) {
      return (FormElement) document().expectFirst("form[action=" + action + "]");
    }
  }
}
