package com.aipixels.web;

import com.aipixels.community.Profile;
import com.aipixels.community.Profiles;
import com.aipixels.gallery.FeedQuery;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageFilter;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import com.aipixels.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// The newest public pictures for feed readers, as a guest sees them.
@RestController
class AtomController {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final Viewer ANYBODY = new Viewer.Guest();
  private static final PageRequest NEWEST = new PageRequest(30, null);

  private final Gallery gallery;
  private final Profiles profiles;
  private final Chromes chromes;
  private final Site site;

  AtomController(Gallery gallery, Profiles profiles, Chromes chromes, Site site) {
    this.gallery = gallery;
    this.profiles = profiles;
    this.chromes = chromes;
    this.site = site;
  }

  @GetMapping("/feed.atom")
  ResponseEntity<byte[]> feed(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable Style style,
      @RequestParam(required = false) @Nullable ColorTone colorTone,
      @RequestParam(required = false) @Nullable String tag) {
    ImageFilter filter = new ImageFilter(category, style, colorTone, tag);
    FeedQuery query = FeedQuery.latest().of(filter);
    String title = tag == null ? "AIPixels" : "#" + tag + " · AIPixels";
    return answer(
        request, title, FeedModel.href(query), gallery.feed(ANYBODY, query, NEWEST).items());
  }

  @GetMapping("/users/{userId}/feed.atom")
  ResponseEntity<byte[]> member(HttpServletRequest request, @PathVariable UserId userId) {
    Profile profile = profiles.profile(ANYBODY, userId);
    return answer(
        request,
        profile.card().displayName() + " · AIPixels",
        "/users/" + userId,
        gallery.publishedBy(userId, ANYBODY, NEWEST).items());
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, String title, String page, List<ImageCard> pictures) {
    String url = site.url(request);
    Words words = chromes.words(request);
    byte[] feed =
        Xml.document(
            "feed",
            NAMESPACE,
            xml -> {
              xml.element("id", url + page);
              xml.element("title", title);
              xml.element("updated", newest(pictures).toString());
              xml.empty("link", "rel", "alternate", "href", url + page);
              xml.empty("link", "rel", "self", "href", url + Link.of(request));
              for (ImageCard card : pictures) {
                xml.element("entry", entry -> write(entry, url, words, card));
              }
            });
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_ATOM_XML).body(feed);
  }

  private static void write(Xml entry, String url, Words words, ImageCard card)
      throws XMLStreamException {
    String address = url + "/images/" + card.id();
    String title = words.title(card.title(), card.style(), card.category());
    entry.element("id", address);
    entry.element("title", title);
    entry.element("published", published(card).toString());
    entry.element("updated", published(card).toString());
    entry.empty("link", "rel", "alternate", "href", address);
    String author = card.author() == null ? "AIPixels" : card.author().displayName();
    entry.element("author", person -> person.element("name", author));
    for (String tag : card.tags()) {
      entry.empty("category", "term", tag);
    }
    entry.element(
        "content",
        content -> {
          content.attribute("type", "html");
          content.text(
              "<p><a href=\"%s\"><img src=\"%s\" alt=\"%s\"></a></p>"
                  .formatted(
                      address,
                      Link.absolute(url, card.thumbnailUrl()),
                      HtmlUtils.htmlEscape(words.alt(card))));
        });
  }

  private static Instant published(ImageCard card) {
    return Objects.requireNonNullElse(card.publishedAt(), card.createdAt());
  }

  private static Instant newest(List<ImageCard> pictures) {
    return pictures.stream()
        .map(AtomController::published)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
