package com.aipixels.web;

import com.aipixels.gallery.PublicPictures;
import com.aipixels.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What search engines are told: where to look, and where not to.
@RestController
class SitemapController {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final Duration KEPT = Duration.ofHours(1);

  private final PublicPictures pictures;
  private final Site site;

  SitemapController(PublicPictures pictures, Site site) {
    this.pictures = pictures;
    this.site = site;
  }

  @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
  String robots(HttpServletRequest request) {
    return """
    User-agent: *
    Disallow: /api/
    Disallow: /me
    Disallow: /create
    Disallow: /search
    Disallow: /report
    Disallow: /sign-in
    Disallow: /sign-up
    Disallow: /account
    Sitemap: %s/sitemap.xml
    """
        .formatted(site.url(request));
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<byte[]> index(HttpServletRequest request) {
    String url = site.url(request);
    int parts = pictures.parts();
    return answer(
        Xml.document(
            "sitemapindex",
            NAMESPACE,
            xml -> {
              for (int part = 0; part < parts; part++) {
                String address = url + "/sitemaps/" + part;
                xml.element("sitemap", map -> map.element("loc", address));
              }
            }));
  }

  @GetMapping("/sitemaps/{part}")
  ResponseEntity<byte[]> part(HttpServletRequest request, @PathVariable int part) {
    if (part < 0 || part >= pictures.parts()) {
      throw Problem.notFound();
    }
    String url = site.url(request);
    List<PublicPictures.Entry> entries = pictures.part(part);
    return answer(
        Xml.document(
            "urlset",
            NAMESPACE,
            xml -> {
              for (PublicPictures.Entry entry : entries) {
                xml.element(
                    "url",
                    page -> {
                      page.element("loc", url + "/images/" + entry.id());
                      page.element("lastmod", entry.changedAt().toString());
                    });
              }
            }));
  }

  private static ResponseEntity<byte[]> answer(byte[] xml) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .body(xml);
  }
}
