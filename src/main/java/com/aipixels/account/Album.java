package com.aipixels.account;

import com.aipixels.gallery.PortableImage;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.PersonCard;
import com.aipixels.storage.Draft;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The page to read an export by: every picture with what is written about it, and the other files.
/// It needs nothing but the files beside it, and speaks both languages at once, because who opens
/// it is not known.
final class Album {

  private final Draft page;

  Album(Draft page) {
    this.page = page;
  }

  void begin(PersonCard member, Instant now) throws IOException {
    write(
        """
        <!DOCTYPE html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
        <title>AIPixels · %1$s</title>
        <style>
        :root { color-scheme: light dark; }
        body { margin: 0 auto; max-width: 80rem; padding: 2rem 1.25rem 4rem; font: 1rem/1.65 system-ui, sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .5rem; }
        .soft { opacity: .75; font-size: .875rem; }
        ul.files { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
        .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%%, 18rem), 1fr)); gap: 2rem 1.5rem; margin-top: 2rem; }
        figure { margin: 0; min-width: 0; }
        img { display: block; width: 100%%; height: auto; border-radius: .5rem; background: #8882; }
        figcaption h2 { font-size: 1rem; margin: .75rem 0 0; }
        figcaption p { margin: .25rem 0 0; white-space: pre-line; }
        blockquote { margin: .5rem 0 0; padding: .5rem .75rem; border-radius: .5rem; background: #8882; white-space: pre-line; }
        </style>
        </head>
        <body>
        <h1>%1$s</h1>
        <p>AIPixels에서 내보낸 그림과 기록이에요. <span lang="en">Pictures and records exported from AIPixels.</span></p>
        <p class="soft">%2$s · <a href="manifest.json">manifest.json</a> · 다른 기록은 이 폴더의 .jsonl 파일에 한 줄에 하나씩 들어 있어요. <span lang="en">Everything else is in the .jsonl files of this folder, one thing a line.</span></p>
        <main class="pictures">
        """
            .formatted(text(member.displayName()), now.truncatedTo(ChronoUnit.SECONDS)));
  }

  void show(PortableImage image) throws IOException {
    write("<figure id=\"image-" + image.id() + "\">\n");
    if (image.file() != null) {
      write(
          """
          <a href="%1$s"><img src="%1$s" alt="%2$s"%3$s loading="lazy"></a>
          """
              .formatted(text(image.file()), text(image.prompt()), size(image)));
    }
    write("<figcaption>\n");
    part("h2", image.title());
    part("p", image.description());
    part("blockquote", image.prompt());
    String tags = image.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
    part("p", tags.isEmpty() ? null : tags);
    write(
        """
        <p class="soft">%s · %s · ♥ %d</p>
        </figcaption>
        </figure>
        """
            .formatted(
                image.createdAt().truncatedTo(ChronoUnit.SECONDS),
                image.visibility() == Visibility.PUBLIC ? "공개 public" : "비공개 private",
                image.counts().likes()));
  }

  /// All of it; nothing can be shown after.
  void writeTo(OutputStream out) throws IOException {
    write("</main>\n</body>\n</html>\n");
    page.in().transferTo(out);
  }

  private static String size(PortableImage image) {
    return image.width() == null || image.height() == null
        ? ""
        : " width=\"%d\" height=\"%d\"".formatted(image.width(), image.height());
  }

  private void part(String element, @Nullable String content) throws IOException {
    if (content != null) {
      write("<%1$s>%2$s</%1$s>\n".formatted(element, text(content)));
    }
  }

  private static String text(String content) {
    return HtmlUtils.htmlEscape(content, "UTF-8");
  }

  private void write(String html) throws IOException {
    page.out().write(html.getBytes(StandardCharsets.UTF_8));
  }
}
