package com.aipixels.painter;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.engines.EngineRequest;
import com.aipixels.engines.EngineResult;
import com.aipixels.engines.Lookup;
import com.aipixels.engines.Submission;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class PainterTest {

  private static final String SEA = "노을 지는 바다 위의 작은 배";

  private final PainterEngine painter = new PainterEngine();

  @Test
  void paintsTheSameRequestTheSameWayOnEveryThread() throws Exception {
    var once = png(wanted(SEA));
    List<Callable<byte[]>> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      others.add(() ->
          new PainterEngine().poll("any", wanted(SEA)) instanceof EngineResult.Finished f
              ? f.picture().bytes()
              : new byte[0]);
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var other : threads.invokeAll(others)) {
        assertThat(other.get()).isEqualTo(once);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void paintsTheSameRequestTheSameWayInEveryStyle(Style style) throws Exception {
    var request = wanted("안개 낀 숲속의 사슴", style, null, 3);
    assertThat(png(request)).isEqualTo(png(request));
  }

  @Test
  void ignoresIdDeadlineAndLocale() throws Exception {
    var before = png(wanted(SEA));
    var home = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      var request = wanted(SEA);
      var later =
          new EngineRequest(
              UUID.nameUUIDFromBytes(new byte[] {1}),
              request.prompt(),
              request.englishPrompt(),
              null,
              null,
              request.imageSize(),
              request.aspectRatio(),
              request.style(),
              null,
              request.seed(),
              Instant.EPOCH);
      assertThat(png(later)).isEqualTo(before);
    } finally {
      Locale.setDefault(home);
    }
  }

  @Test
  void everyPartOfARequestChangesThePicture() {
    var sitting =
        List.of(
            wanted(SEA),
            wanted(SEA, Style.REALISTIC, null, 2),
            wanted(SEA, Style.CARTOON, null, 1),
            wanted(SEA, Style.REALISTIC, ColorTone.COOL, 1),
            wanted("노을 지는 바다 위의 큰 배", Style.REALISTIC, null, 1),
            wanted("노을 지는 바다 위의 빨간 작은 배", Style.REALISTIC, null, 1),
            wanted("노을 지는 바다", Style.REALISTIC, null, 1));
    var pictures = sitting.stream().map(this::picture).toList();
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = i + 1; j < pictures.size(); j++) {
        assertThat(distance(pictures.get(i), pictures.get(j))).as("%d and %d", i, j).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(AspectRatio.class)
  void hasExactlyTheSizeAskedFor(AspectRatio ratio) throws Exception {
    for (var size : ImageSize.values()) {
      var request = request("고양이", "cat", null, Style.CARTOON, null, 5, size, ratio);
      var read = ImageIO.read(new ByteArrayInputStream(png(request)));
      assertThat(read.getWidth()).isEqualTo(request.width());
      assertThat(read.getHeight()).isEqualTo(request.height());
    }
  }

  @Test
  void noTwoStylesLookAlike() {
    var styles = List.of(Style.values());
    var pictures = styles.stream().map(style -> picture(wanted(SEA, style, null, 1))).toList();
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = i + 1; j < pictures.size(); j++) {
        assertThat(distance(pictures.get(i), pictures.get(j)))
            .as("%s and %s", styles.get(i), styles.get(j))
            .isGreaterThan(6);
      }
    }
  }

  @Test
  void noTwoTonesLookAlike() {
    var tones = List.of(ColorTone.values());
    var pictures =
        tones.stream().map(tone -> picture(wanted("푸른 숲", Style.REALISTIC, tone, 1))).toList();
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = i + 1; j < pictures.size(); j++) {
        assertThat(distance(pictures.get(i), pictures.get(j)))
            .as("%s and %s", tones.get(i), tones.get(j))
            .isGreaterThan(5);
      }
    }
  }

  @Test
  void tonesDoWhatTheySay() {
    var dark = mean(picture(wanted("들판", Style.ANIME, ColorTone.DARK, 1)));
    var bright = mean(picture(wanted("들판", Style.ANIME, ColorTone.BRIGHT, 1)));
    var warm = mean(picture(wanted("들판", Style.ANIME, ColorTone.WARM, 1)));
    var cool = mean(picture(wanted("들판", Style.ANIME, ColorTone.COOL, 1)));
    var grey = mean(picture(wanted("들판", Style.ANIME, ColorTone.MONOCHROME, 1)));
    assertThat(dark[0] + dark[1] + dark[2]).isLessThan(bright[0] + bright[1] + bright[2] - 120);
    assertThat(warm[0] - warm[2]).isGreaterThan(cool[0] - cool[2] + 30);
    assertThat(Math.abs(grey[0] - grey[2])).isLessThan(20);
  }

  @Test
  void nightIsDarkerThanNoon() {
    var night = picture(wanted("밤의 들판", Style.REALISTIC, null, 1));
    var noon = picture(wanted("한낮의 들판", Style.REALISTIC, null, 1));
    assertThat(light(night)).isLessThan(light(noon) - 60);
  }

  @Test
  void theSeaIsBluerThanTheDesert() {
    var sea = lower(picture(wanted("한낮의 바다", Style.REALISTIC, null, 1)));
    var desert = lower(picture(wanted("한낮의 사막", Style.REALISTIC, null, 1)));
    assertThat(sea[2] - sea[0]).isGreaterThan(desert[2] - desert[0] + 60);
  }

  @Test
  void englishWordsDoWhatKoreanOnesDo() {
    var korean = lower(picture(wanted("눈밭", Style.REALISTIC, null, 1)));
    var english = lower(picture(wanted("a snowfield", Style.REALISTIC, null, 1)));
    var meadow = lower(picture(wanted("a meadow", Style.REALISTIC, null, 1)));
    assertThat(Math.abs(korean[1] - english[1])).isLessThan(40);
    assertThat(english[2]).isGreaterThan(meadow[2] + 30);
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    var with =
        request(
            "바다 위의 배", "a boat", null, Style.ANIME, null, 1, ImageSize.SMALL, AspectRatio.SQUARE);
    var without =
        new EngineRequest(
            with.id(),
            with.prompt(),
            with.englishPrompt(),
            "배",
            null,
            with.imageSize(),
            with.aspectRatio(),
            with.style(),
            null,
            with.seed(),
            with.deadline());
    var composer = new Composer();
    var scene = composer.compose(List.of(with.prompt()), null, null, new Chance(1));
    var emptied = composer.compose(List.of(with.prompt()), "배", null, new Chance(1));
    assertThat(scene.casts()).hasSize(1);
    assertThat(emptied.casts()).isEmpty();
    assertThat(distance(picture(with), picture(without))).isPositive();
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThat(painter.poll("any", wanted(SEA))).isInstanceOf(EngineResult.Unavailable.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void acceptsWithoutWorkAndKnowsNoEarlierRequests() {
    var request = wanted(SEA);
    assertThat(painter.submit(request)).isEqualTo(new Submission.Accepted(request.id().toString()));
    assertThat(painter.find(request, Instant.EPOCH)).isEqualTo(new Lookup.Missing());
    assertThat(painter.capabilities().aiModel()).isFalse();
    assertThat(painter.capabilities().repeatable()).isTrue();
  }

  @Test
  void paintsWhateverItIsAskedFor() throws Exception {
    var random = new Random(20);
    var prompts =
        new ArrayList<>(
            List.of(
                "🐱🌊",
                "배",
                " ",
                ".",
                "가".repeat(2000),
                "Ünïcödé ßtraße",
                "99999999999 마리",
                "개 개 개",
                "\u0301\u200d",
                "null"));
    var words =
        String.join(" ", new Figures().words().values()).replace('_', ' ').split("[ |]+", -1);
    while (prompts.size() < 40) {
      var prompt = new StringBuilder();
      for (int i = random.nextInt(1, 9); i > 0; i--) {
        prompt
            .append(words[random.nextInt(words.length)])
            .append(random.nextBoolean() ? " " : "이 두 ");
      }
      prompts.add(prompt.toString());
    }
    prompts.add(String.join(" ", words).substring(0, 2000));
    for (var prompt : prompts) {
      var request =
          request(
              prompt,
              prompt,
              any(Category.values(), random),
              any(Style.values(), random),
              any(ColorTone.values(), random),
              random.nextInt(Integer.MAX_VALUE),
              ImageSize.SMALL,
              AspectRatio.LANDSCAPE_16_9);
      assertThat(png(request)).as(prompt).hasSizeGreaterThan(5_000);
    }
  }

  private static <T> @Nullable T any(T[] choices, Random random) {
    int choice = random.nextInt(choices.length + 1);
    return choice == choices.length ? null : choices[choice];
  }

  private byte[] png(EngineRequest request) throws Exception {
    var result = painter.poll("any", request);
    assertThat(result).isInstanceOf(EngineResult.Finished.class);
    return ((EngineResult.Finished) result).picture().bytes();
  }

  private BufferedImage picture(EngineRequest request) {
    return Painting.of(request, new Composer()).paint();
  }

  private static EngineRequest wanted(String prompt) {
    return wanted(prompt, Style.REALISTIC, null, 1);
  }

  private static EngineRequest wanted(
      String prompt, Style style, @Nullable ColorTone tone, long seed) {
    return request(
        prompt, prompt, null, style, tone, seed, ImageSize.SMALL, AspectRatio.LANDSCAPE_16_9);
  }

  private static EngineRequest request(
      String prompt,
      String english,
      @Nullable Category category,
      @Nullable Style style,
      @Nullable ColorTone tone,
      long seed,
      ImageSize size,
      AspectRatio ratio) {
    return new EngineRequest(
        new UUID(0, 1),
        prompt,
        english,
        null,
        category,
        size,
        ratio,
        style,
        tone,
        seed,
        Instant.MAX);
  }

  private static double distance(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int a = one.getRGB(x, y);
        int b = other.getRGB(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
        }
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }

  private static double light(BufferedImage picture) {
    var rgb = mean(picture);
    return (rgb[0] + rgb[1] + rgb[2]) / 3;
  }

  private static double[] lower(BufferedImage picture) {
    int top = picture.getHeight() * 4 / 5;
    return mean(picture.getSubimage(0, top, picture.getWidth(), picture.getHeight() - top));
  }

  private static double[] mean(BufferedImage picture) {
    var sum = new double[3];
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        for (int c = 0; c < 3; c++) {
          sum[c] += (rgb >> (16 - 8 * c)) & 255;
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= (double) picture.getWidth() * picture.getHeight();
    }
    return sum;
  }
}
