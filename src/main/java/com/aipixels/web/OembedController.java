package com.aipixels.web;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Public pictures for other sites, as oEmbed says.
@RestController
class OembedController {

  private static final Pattern PICTURE = Pattern.compile("/images/(\\d{1,9})(?:[?#].*)?");

  private final Gallery gallery;
  private final Chromes chromes;
  private final Site site;

  OembedController(Gallery gallery, Chromes chromes, Site site) {
    this.gallery = gallery;
    this.chromes = chromes;
    this.site = site;
  }

  /// In the names of oEmbed 1.0.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Photo(
      String version,
      String type,
      String title,
      @JsonProperty("author_name") @Nullable String authorName,
      @JsonProperty("author_url") @Nullable String authorUrl,
      @JsonProperty("provider_name") String providerName,
      @JsonProperty("provider_url") String providerUrl,
      String url,
      @Nullable Integer width,
      @Nullable Integer height) {}

  @GetMapping("/oembed")
  Photo photo(HttpServletRequest request, @RequestParam String url) {
    String here = site.url(request);
    Matcher path = PICTURE.matcher(url.startsWith(here) ? url.substring(here.length()) : "");
    if (!path.matches()) {
      throw Problem.notFound();
    }
    Image image = gallery.image(new Viewer.Guest(), new ImageId(Integer.parseInt(path.group(1))));
    ImageCard card = image.card();
    return new Photo(
        "1.0",
        "photo",
        chromes.words(request).title(card.title(), card.style(), card.category()),
        card.author() == null ? null : card.author().displayName(),
        card.author() == null ? null : here + "/users/" + card.author().userId(),
        "AIPixels",
        here,
        Link.absolute(here, card.fileUrl()),
        card.width(),
        card.height());
  }
}
