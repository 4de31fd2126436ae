package com.aipixels.web;

import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The texts of the pages in one language.
public final class Words {

  private static final ZoneId HOME = ZoneId.of("Asia/Seoul");
  private static final int LONGEST_PROMPT = 120;

  private final MessageSource messages;
  private final Language language;
  private final Instant now;

  Words(MessageSource messages, Language language, Instant now) {
    this.messages = messages;
    this.language = language;
    this.now = now;
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

  /// A count as it is said: 1.2만, 12K.
  public String number(int count) {
    NumberFormat compact =
        NumberFormat.getCompactNumberInstance(language.locale(), NumberFormat.Style.SHORT);
    compact.setMaximumFractionDigits(1);
    compact.setRoundingMode(RoundingMode.DOWN);
    return compact.format(count);
  }

  /// How large a file is: `3.4 MB`.
  public String size(long bytes) {
    double megabytes = bytes / 1e6;
    return megabytes < 1000
        ? String.format(language.locale(), "%.1f MB", Math.max(0.1, megabytes))
        : String.format(language.locale(), "%.1f GB", megabytes / 1000);
  }

  /// What stands in for a missing face.
  public String initial(String name) {
    return name.isEmpty() ? "?" : Character.toString(name.codePointAt(0));
  }

  /// A picture's title, or what can be said of one without.
  public String title(@Nullable String title, @Nullable Style style, @Nullable Category category) {
    if (title != null && !title.isBlank()) {
      return title;
    }
    String look = joined(" · ", word(style), word(category));
    return look.isEmpty() ? of("picture.untitled") : look;
  }

  /// What is said of a picture to those who do not see it: 노을 항구 — 풍경, 수채화.
  public String alt(ImageCard card) {
    String title = title(card.title(), card.style(), card.category());
    return title.equals(card.title())
        ? joined(" — ", title, joined(", ", word(card.category()), word(card.style())))
        : title;
  }

  /// Where a picture is looked at by itself, what it was to show is said too.
  public String alt(Image image) {
    ImageCard card = image.card();
    String title = title(card.title(), card.style(), card.category());
    String prompt = Excerpt.of(image.prompt(), LONGEST_PROMPT);
    if (prompt.isEmpty()) {
      return alt(card);
    }
    boolean saysAll = prompt.startsWith(title) || title.equals(of("picture.untitled"));
    return saysAll ? prompt : joined(" — ", title, prompt);
  }

  /// Day and minute in Seoul; the script of the pages says them in the reader's own zone.
  public String time(Instant instant) {
    return written("time.pattern", instant);
  }

  /// How long ago something was, in the largest unit; what is to come, or more than a week ago, as
  /// a day in Seoul.
  public String ago(Instant instant) {
    Duration passed = Duration.between(instant, now);
    if (passed.isNegative() || passed.toDays() >= 7) {
      int year = instant.atZone(HOME).getYear();
      return written(year == now.atZone(HOME).getYear() ? "time.day" : "time.day.year", instant);
    }
    if (passed.toDays() > 0) {
      return of("time.days", passed.toDays());
    }
    if (passed.toHours() > 0) {
      return of("time.hours", passed.toHours());
    }
    return passed.toMinutes() > 0 ? of("time.minutes", passed.toMinutes()) : of("time.now");
  }

  private String word(@Nullable Category category) {
    return category == null ? "" : of(category);
  }

  private String word(@Nullable Style style) {
    return style == null ? "" : of(style);
  }

  private static String joined(String between, String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(between));
  }

  /// When something will be: an hour of tomorrow in Seoul as such, anything else as day and minute.
  public String soon(Instant instant) {
    ZonedDateTime then = instant.atZone(HOME);
    boolean isTomorrow = then.toLocalDate().equals(now.atZone(HOME).toLocalDate().plusDays(1));
    return isTomorrow && then.getMinute() == 0
        ? of("time.tomorrow", then.getHour())
        : time(instant);
  }

  private String written(String pattern, Instant instant) {
    return DateTimeFormatter.ofPattern(of(pattern), language.locale())
        .withZone(HOME)
        .format(instant);
  }
}
