package com.aipixels.web;

import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The texts of the pages in one language.
public final class Words {

  private static final ZoneId HOME = ZoneId.of("Asia/Seoul");

  private final MessageSource messages;
  private final Language language;

  Words(MessageSource messages, Language language) {
    this.messages = messages;
    this.language = language;
  }

  public Language language() {
    return language;
  }

  /// The text of this key. Integers in `args` are written with separators, everything else as it
  /// is.
  public String of(String key, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }

  /// The first of these keys that has a text.
  String firstOf(String key, String fallback) {
    String text = messages.getMessage(key, null, null, language.locale());
    return text == null ? of(fallback) : text;
  }

  public String of(Category category) {
    return of("category." + category.value());
  }

  public String of(Style style) {
    return of("style." + style.value());
  }

  public String of(ColorTone tone) {
    return of("tone." + tone.value());
  }

  public String of(ImageSize size) {
    return of("size." + size.value(), size.longSide());
  }

  /// A picture's title, or what can be said of one without.
  public String title(@Nullable String title, @Nullable Style style, @Nullable Category category) {
    if (title != null && !title.isBlank()) {
      return title;
    }
    String look =
        Stream.of(style == null ? "" : of(style), category == null ? "" : of(category))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · "));
    return look.isEmpty() ? of("picture.untitled") : look;
  }

  /// Day and minute in Seoul; the script of the pages says them in the reader's own zone.
  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern(of("time.pattern"), language.locale())
        .withZone(HOME)
        .format(instant);
  }
}
